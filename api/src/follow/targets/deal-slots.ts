import {
  holdTargets,
  insertAssignments,
  type LiveAssignment,
  loadsOf,
  openSlots,
  type OpenSlot,
  takeInspectorParts,
} from '@dj/db/queries/follow/rounds-assign.ts'
import { insertDeal, type Pair } from '@dj/db/queries/follow/deals.ts'
import type { Assignment } from '@dj/db/queries/follow/rounds-assign.ts'
import { conflictsInRound, conflictsWithOrders } from '@dj/db/queries/exit/rounds-conflicts.ts'
import { type RoundRow, seedsOf } from '@dj/db/queries/follow/rounds.ts'
import type { Tx } from '@dj/db/with-tx.ts'
import { assignInspectors, type ToAssign } from '@dj/shared/follow/round/assign.rules.ts'
import { must } from '@dj/shared/platform/assert.ts'
import type { DealReason } from '@dj/shared/follow/round/round.schema.ts'
import { sql } from 'drizzle-orm'
import { secondsSince } from '../../exit/rectifications/interests-in.ts'
import { keyUnder, secretOfRound } from '../draw/draw-round.ts'

const CHUNK = 10_000

interface Dealing {
  round: RoundRow
  inspectorIds: readonly string[]
  at: Date
  reason: DealReason
  /** Only this order's slots: one of them was handed on. */
  ended?: LiveAssignment | undefined
}

/** How many slots were dealt, and for how many too few are free of a conflict. */
export interface Dealt {
  dealt: number
  left: number
}

/** Of these, those in the pool frozen with the frame; all of them in a round from before pools were frozen. */
export const ofPool = ({ pool }: RoundRow, able: readonly string[]): readonly string[] => {
  const frozen = pool && new Set(pool)
  return frozen ? able.filter((id) => frozen.has(id)) : able
}

/**
 * Deals every open slot for which enough people are free of a conflict, makes the inspectors part of their orders, and writes the deal
 * down so that it can be dealt again from the bundle. Whoever claims or rates in the same instant keeps that part: then all is dealt anew.
 */
export async function dealSlots(tx: Tx, dealing: Dealing): Promise<Dealt> {
  const { round, inspectorIds, ended } = dealing
  const of = { countyId: round.countyId, roundId: round.id }
  await holdTargets(tx, of, ended?.order_id)
  const slots = await openSlots(tx, of, ended?.order_id)
  if (slots.length === 0) return { dealt: 0, left: 0 }
  const [known, loads, seeds] = [
    await conflictsOf(tx, dealing),
    await loadsOf(tx, of),
    await seedsOf(tx, of.countyId, [of.roundId]),
  ]
  const keyOf = keyUnder(secretOfRound(round, seeds))
  for (;;) {
    const targets = toTargets(slots).filter(({ orderId, slots: wanted, taken = [] }) => {
      const barred = new Set([...known.on(orderId), ...taken])
      return inspectorIds.filter((id) => !barred.has(id)).length >= wanted
    })
    const dealt = must(
      assignInspectors({ targets, inspectorIds, keyOf, loads, isConflict: known.has }),
      'enough who are free',
    )
    const chosen = toAssignments(slots, dealt)
    await tx.execute(sql`savepoint dealt`)
    const other = await settleParts(tx, of.countyId, chosen)
    if (other.length === 0) {
      await keep(tx, dealing, { excluded: known.pairs(new Set(slots.map((slot) => slot.order_id))), chosen })
      return { dealt: chosen.length, left: slots.length - chosen.length }
    }
    await tx.execute(sql`rollback to savepoint dealt`)
    for (const one of other) known.add(one.orderId, one.inspectorId)
  }
}

async function keep(
  tx: Tx,
  { round: { countyId, id: roundId }, inspectorIds, at, reason, ended }: Dealing,
  { excluded, chosen }: { excluded: readonly Pair[]; chosen: readonly Assignment[] },
): Promise<void> {
  const handedOn = ended && { orderId: ended.order_id, endedSlot: ended.slot, endedInspectorId: ended.inspector_id }
  const row = { countyId, roundId, at, reason, inspectors: [...inspectorIds], ...handedOn }
  const deal = await insertDeal(tx, row, excluded)
  for (let i = 0; i < chosen.length; i += CHUNK)
    await insertAssignments(tx, { countyId, roundId }, chosen.slice(i, i + CHUNK), { at, deal })
}

async function conflictsOf(tx: Tx, { round, inspectorIds, ended }: Dealing) {
  const asked = { countyId: round.countyId, inspectorIds, secondsSince: secondsSince(round) }
  const rows =
    ended === undefined
      ? await conflictsInRound(tx, { ...asked, roundId: round.id })
      : await conflictsWithOrders(tx, { ...asked, orderIds: [ended.order_id] })
  const of = new Map<string, Set<string>>()
  const add = (order: string, person: string) => void of.set(order, (of.get(order) ?? new Set()).add(person))
  for (const row of rows) add(row.order_id, row.person_id)
  const on = (order: string): ReadonlySet<string> => of.get(order) ?? nobody
  const pairs = (orders: ReadonlySet<string>): Pair[] =>
    [...of].flatMap(([orderId, people]) =>
      orders.has(orderId) ? [...people].map((inspectorId) => ({ orderId, inspectorId })) : [],
    )
  return { add, on, pairs, has: (order: string, person: string) => on(order).has(person) }
}

const nobody: ReadonlySet<string> = new Set()

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
  return open.flatMap(({ order_id: orderId, slot }) => {
    const nth = given.get(orderId) ?? 0
    given.set(orderId, nth + 1)
    const inspectorId = dealt.get(orderId)?.[nth]
    return inspectorId === undefined ? [] : [{ orderId, slot, inspectorId }]
  })
}

async function settleParts(tx: Tx, countyId: string, chosen: readonly Assignment[]): Promise<Assignment[]> {
  const other: Assignment[] = []
  for (let i = 0; i < chosen.length; i += CHUNK) {
    other.push(...(await takeInspectorParts(tx, countyId, chosen.slice(i, i + CHUNK))))
  }
  return other
}
