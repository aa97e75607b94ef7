import { assignInspectors } from './assign.rules.ts'
import type { DrawBundle } from './round.schema.ts'

type Dealt = Pick<DrawBundle, 'frame' | 'sample' | 'targeted'> & { pool: readonly string[]; deals: DrawBundle['deals'] }
type Deal = NonNullable<DrawBundle['deals']>[number]
/** Who holds which slot of which order. */
type Held = Map<string, Map<number, string>>

export const poolLine = (inspectorId: string): string => `${inspectorId}\n`
/** Every message whose key the deal needs: of the inspectors, and of what may be checked. */
export const dealMessages = ({ frame, deals }: Pick<Dealt, 'frame' | 'deals'>): string[] => [
  ...new Set((deals ?? []).flatMap(({ inspectors }) => inspectors)).values().map((id) => `inspector|${id}`),
  ...frame.map(([id, version]) => `assign|${id}|${version}`),
]

/** Deals anew all that was dealt in a round, one deal after the other. Which deals (from 0) do not come out as they were published. */
export function wrongDeals(bundle: Dealt, keyOf: (message: string) => string): number[] {
  const versions = new Map(bundle.frame.map(([id, version, tier]) => [id, { version, slots: tier === 'A' ? 2 : 1 }]))
  const drawn = new Set([...Object.values(bundle.sample).flat(), ...bundle.targeted])
  const all = bundle.frame.flatMap(([id, , tier]) => (tier !== 'C' || drawn.has(id) ? [id] : []))
  const held: Held = new Map()
  return (bundle.deals ?? []).flatMap((deal, nth) => {
    const told = endOne(held, deal)
    const asked = nth === 0 ? all : deal.orderId === null ? [...new Set(deal.dealt.map(([id]) => id))] : [deal.orderId]
    const people = new Set(deal.inspectors)
    const excluded = new Set(deal.excluded.map(([id, inspector]) => `${id} ${inspector}`))
    const isConflict = (id: string, inspector: string) => excluded.has(`${id} ${inspector}`)
    const taken = (id: string) => [...(held.get(id)?.values() ?? [])]
    const free = (id: string, among: readonly string[]) =>
      among.filter((inspector) => !isConflict(id, inspector) && !taken(id).includes(inspector)).length
    const open = (id: string) => (versions.get(id)?.slots ?? 0) - taken(id).length
    const targets = asked
      .filter((id) => open(id) > 0 && free(id, deal.inspectors) >= open(id))
      .map((id) => ({ orderId: id, version: versions.get(id)?.version ?? 0, slots: open(id), taken: taken(id) }))
    const again = assignInspectors({ targets, inspectorIds: deal.inspectors, loads: loadsOf(held), keyOf, isConflict })
    const allowed =
      deal.reason === 'supplement'
        ? targets.every(
            ({ orderId, slots }) =>
              free(
                orderId,
                bundle.pool.filter((id) => people.has(id)),
              ) < slots,
          )
        : deal.inspectors.every((id) => bundle.pool.includes(id))
    const same = again !== null && isSame(again, deal)
    for (const [id, slot, inspector] of deal.dealt) held.set(id, (held.get(id) ?? new Map()).set(slot, inspector))
    return told && allowed && same ? [] : [nth]
  })
}

/** Takes from its inspector what this deal hands on; false when they did not hold it. */
function endOne(held: Held, { orderId, ended }: Deal): boolean {
  if (ended === null) return true
  const [slot, inspector] = ended
  const slots = held.get(orderId ?? '')
  const holds = slots?.get(slot) === inspector
  slots?.delete(slot)
  return holds
}

function loadsOf(held: Held): Map<string, number> {
  const loads = new Map<string, number>()
  for (const slots of held.values()) for (const id of slots.values()) loads.set(id, (loads.get(id) ?? 0) + 1)
  return loads
}

function isSame(again: ReadonlyMap<string, string[]>, { dealt }: Deal): boolean {
  const said = Map.groupBy(
    [...dealt].sort(([, one], [, other]) => one - other),
    ([id]) => id,
  )
  return (
    said.size === again.size &&
    [...again].every(
      ([id, inspectors]) =>
        said
          .get(id)
          ?.map(([, , inspector]) => inspector)
          .join() === inspectors.join(),
    )
  )
}
