import type { InspectionView } from '@dj/shared/follow/finding/finding.schema.ts'
import type { Basis, TargetView } from '@dj/shared/follow/round/round.schema.ts'
import type { Tier } from '@dj/shared/county/organization/tier.ts'

/** One sheet of paper: one order for one inspector. */
export interface SlipSheet {
  readonly key: string
  readonly roundId: string
  readonly quarter: string
  readonly orderId: string
  readonly number: string
  readonly title: string
  readonly tier: Tier
  readonly basis: Basis
  readonly owner: string
  readonly place: string | null
  readonly callBackDue: boolean
  readonly acceptance: string
  readonly claimants: readonly string[]
  readonly lastProgress: TargetView['lastProgress']
  readonly dueAt: string | null
  readonly inspector: { readonly id: string; readonly alias: string }
}

type Person = SlipSheet['inspector']

/** What an inspector is still to visit. */
export const sheetsOfInspector = (items: readonly InspectionView[], inspector: Person): readonly SlipSheet[] =>
  items
    .filter(({ locked }) => !locked)
    .map((item) => ({
      ...item,
      key: `${item.orderId} ${inspector.id}`,
      number: item.number ?? '—',
      place: item.location ?? item.town,
      inspector,
    }))

/** What of a round the desk may see and nobody has visited yet: a sheet for each inspector. */
export const sheetsOfRound = (
  targets: readonly TargetView[],
  { id: roundId, quarter }: { readonly id: string; readonly quarter: string },
): readonly SlipSheet[] =>
  targets
    .filter(({ state }) => state === 'waiting' || state === 'excuse_asked')
    .flatMap((target) =>
      target.inspectors
        .filter(({ done }) => !done)
        .map((inspector) => ({
          ...target,
          key: `${target.orderId} ${inspector.id}`,
          roundId,
          quarter,
          number: target.number ?? '—',
          owner: target.owner.name,
          place: target.location ?? target.town?.name ?? null,
          callBackDue: false,
          inspector,
        })),
    )
