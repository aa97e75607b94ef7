import {
  holdTargets,
  insertAssignments,
  loadsOf,
  openSlots,
  type OpenSlot,
  takeInspectorParts,
} from '@dj/db/queries/follow/rounds-assign.ts'
import type { Assignment } from '@dj/db/queries/follow/rounds-assign.ts'
import { conflictsInRound, conflictsWithOrders } from '@dj/db/queries/exit/rounds-conflicts.ts'
import { type RoundRow, seedsOf } from '@dj/db/queries/follow/rounds.ts'
import type { Tx } from '@dj/db/with-tx.ts'
import { assignInspectors, type ToAssign } from '@dj/shared/follow/round/assign.rules.ts'
import { secondsSince } from '../../exit/rectifications/interests-in.ts'
import { keyUnder, secretOfRound } from '../draw/draw-round.ts'

const CHUNK = 10_000

interface Dealing {
  round: RoundRow
  inspectorIds: readonly string[]
  at: Date
  /** Only this order's slots. */
  orderId?: string | undefined
}

/**
 * Deals every open slot of the round, and makes the inspectors part of their orders. How many slots were dealt, or null when too few
 * people are free of a conflict. Whoever claims or rates in the same instant keeps that part, and another inspector is found.
 */
export async function dealSlots(tx: Tx, { round, inspectorIds, at, orderId }: Dealing): Promise<number | null> {
  const of = { countyId: round.countyId, roundId: round.id }
  await holdTargets(tx, of, orderId)
  const slots = await openSlots(tx, of, orderId)
  const known = await conflictsOf(tx, { round, inspectorIds, at, orderId })
  const keyOf = keyUnder(secretOfRound(round, await seedsOf(tx, of.countyId, [of.roundId])))
  for (let open: readonly OpenSlot[] = slots; open.length > 0;) {
    const loads = await loadsOf(tx, of)
    const dealt = assignInspectors({ targets: toTargets(open), inspectorIds, keyOf, loads, isConflict: known.has })
    if (!dealt) return null
    const chosen = toAssignments(open, dealt)
    const other = await settleParts(tx, of.countyId, chosen)
    for (const one of other) known.add(one.orderId, one.inspectorId)
    const refused = new Set(other.map(slotKey))
    const kept = chosen.filter((one) => !refused.has(slotKey(one)))
    for (let i = 0; i < kept.length; i += CHUNK) await insertAssignments(tx, of, kept.slice(i, i + CHUNK), at)
    open = refused.size === 0 ? [] : await openSlots(tx, of, orderId)
  }
  return slots.length
}

const slotKey = ({ orderId, slot }: Assignment): string => `${orderId} ${slot}`

async function conflictsOf(tx: Tx, { round, inspectorIds, orderId }: Dealing) {
  const asked = { countyId: round.countyId, inspectorIds, secondsSince: secondsSince(round) }
  const rows =
    orderId === undefined
      ? await conflictsInRound(tx, { ...asked, roundId: round.id })
      : await conflictsWithOrders(tx, { ...asked, orderIds: [orderId] })
  const of = new Map<string, Set<string>>()
  const add = (order: string, person: string) => void of.set(order, (of.get(order) ?? new Set()).add(person))
  for (const row of rows) add(row.order_id, row.person_id)
  return { add, has: (order: string, person: string) => of.get(order)?.has(person) === true }
}

/** One entry an order, however many of its slots are open. */
function toTargets(open: readonly OpenSlot[]): ToAssign[] {
  const targets = new Map<string, ToAssign>()
  for (const { order_id: orderId, order_version: version, taken } of open) {
    targets.set(orderId, { orderId, version, taken, slots: (targets.get(orderId)?.slots ?? 0) + 1 })
  }
  return [...targets.values()]
}

function toAssignments(open: readonly OpenSlot[], dealt: ReadonlyMap<string, string[]>): Assignment[] {
  const given = new Map<string, number>()
  return open.map(({ order_id: orderId, slot }) => {
    const nth = given.get(orderId) ?? 0
    given.set(orderId, nth + 1)
    return { orderId, slot, inspectorId: dealt.get(orderId)?.[nth] ?? '' }
  })
}

async function settleParts(tx: Tx, countyId: string, chosen: readonly Assignment[]): Promise<Assignment[]> {
  const other: Assignment[] = []
  for (let i = 0; i < chosen.length; i += CHUNK) {
    other.push(...(await takeInspectorParts(tx, countyId, chosen.slice(i, i + CHUNK))))
  }
  return other
}
