import { countActivePeople } from '@dj/db/queries/county/people.ts'
import { recordEvent } from '@dj/db/queries/platform/events.ts'
import { insertRound, insertSeeds } from '@dj/db/queries/follow/rounds.ts'
import { findCounty } from '@dj/db/queries/county/counties.ts'
import { currentSettings } from '@dj/db/queries/county/settings.ts'
import type { Tx } from '@dj/db/with-tx.ts'
import { must } from '@dj/shared/platform/assert.ts'
import { officeOf } from '@dj/shared/county/settings/bulletin-office.schema.ts'
import { Refused } from '@dj/shared/problem.ts'
import type { OpenRound, RoundId } from '@dj/shared/follow/round/round.schema.ts'
import { civilDateOf, quarterOf } from '@dj/shared/platform/time/quarter.ts'
import { refuseSameHand } from '../../county/accounts/same-hand.ts'
import { newId } from '../../platform/deps.ts'

interface Planning {
  countyId: string
  plan: OpenRound
  /** Null: the calendar. */
  by: string | null
  at: Date
}

/** The planned round with its two seed holders, and its event. Errors: the constraint round_one_per_quarter, and what is wrong with the plan. */
export async function planRound(tx: Tx, { countyId, plan, by, at }: Planning): Promise<RoundId> {
  refusePlan(plan, at)
  const [{ settings, version }, county, known] = await Promise.all([
    currentSettings(tx, countyId),
    findCounty(tx, countyId),
    countActivePeople(tx, countyId, plan.seedHolderIds),
  ])
  const { rate, minimum } = settings.round
  if (rate === 0 && minimum === 0) throw new Refused('round.draws_nothing', 'quarter')
  if (known !== 2) throw new Refused('grant.person_unknown', 'seedHolderIds')
  const [first, second] = plan.seedHolderIds
  // The calendar goes on: its holders are asked again when each commits.
  if (by !== null) await refuseSameHand(tx, { countyId, personId: first }, [second], at, 'seedHolderIds')
  const id = newId<RoundId>()
  const { seedHolderIds, ...planned } = plan
  // Who leads the rounds is who issues their bulletin. [003 县委组织部牵头]
  const { issuers: leadBodies } = officeOf(settings.bulletin, must(county, countyId).name)
  const rules = { settingsVersion: version, rate: rate.toFixed(3), minimum, leadBodies }
  await insertRound(tx, { countyId, id, state: 'planned', ...planned, ...rules, openedBy: by, openedAt: at })
  await insertSeeds(
    tx,
    seedHolderIds.map((holderId, i) => ({ countyId, roundId: id, position: i + 1, holderId })),
  )
  const { quarter, publicValueSource, publicValueOn, publicValueNotation } = plan
  const data = { roundId: id, quarter, seedHolderIds, publicValueSource, publicValueOn, publicValueNotation }
  await recordEvent(tx, { countyId, kind: 'round.opened', at, by, data })
  return id
}

function refusePlan({ quarter, seedHolderIds: [first, second], publicValueOn }: OpenRound, at: Date): void {
  if (quarter > quarterOf(at)) throw new Refused('round.quarter_not_begun', 'quarter')
  if (first === second) throw new Refused('round.holders_same', 'seedHolderIds')
  if (publicValueOn <= civilDateOf(at)) throw new Refused('round.value_day_passed', 'publicValueOn')
}
