import { newId } from '@dj/api/platform/deps.ts'
import { insertClaim, insertDelivery } from '@dj/db/queries/claim/claims.ts'
import { takePart } from '@dj/db/queries/build/orders.ts'
import { findingTable } from '@dj/db/tables/follow/finding.table.ts'
import { rectificationTable } from '@dj/db/tables/exit/rectification.table.ts'
import { retirementTable } from '@dj/db/tables/exit/retirement.table.ts'
import { orderTable } from '@dj/db/tables/build/order.table.ts'
import { targetTable } from '@dj/db/tables/follow/target.table.ts'
import { eq } from 'drizzle-orm'
import { uploadPhoto } from './findings.ts'
import { aRunningRound, type BuiltRound } from './rounds.ts'
import type { Client, Person, World } from './world.ts'

export const visitAt = (round: BuiltRound, order: { id: string }) => `/inspections/${round.id}/${order.id}`

/** A running round with one order and its inspector, and what to write about it with a photo. */
export async function aVisit(world: World, wish: Parameters<World['anOpenOrder']>[0] = {}) {
  const inspector = await world.anInspector()
  const order = await world.anOpenOrder(wish)
  const round = await aRunningRound(world, [{ order, inspectors: [inspector] }])
  const client = world.as(inspector)
  return { inspector, order, round, client, photo: await uploadPhoto(client) }
}

export const submit = (client: Client, round: BuiltRound, order: { id: string }, finding: object, key?: string) =>
  client.post(`${visitAt(round, order)}/finding`, finding, key === undefined ? {} : { key })

export async function stateOf(world: World, orderId: string) {
  const [order] = await world.deps.db.select().from(orderTable).where(eq(orderTable.id, orderId))
  const { db } = world.deps
  return {
    order: order?.state,
    target: (await db.select().from(targetTable).where(eq(targetTable.orderId, orderId)))[0]?.state,
    notices: await db.select().from(rectificationTable).where(eq(rectificationTable.orderId, orderId)),
    retirements: await db.select().from(retirementTable).where(eq(retirementTable.orderId, orderId)),
    findings: await db.select().from(findingTable).where(eq(findingTable.orderId, orderId)),
  }
}

/** Somebody did the work and the requester answered so. */
export async function anAnswer(world: World, orderId: string, answer: 'solved' | 'partly' | 'not', doer?: Person) {
  const { id: personId } = doer ?? (await world.aMember({ organization: world.county.farBranch }))
  const requester = await world.aMember({ organization: world.county.farBranch })
  const claimId = newId()
  await world.deps.withTx(world.county.id, async (tx, now) => {
    const ids = { countyId: world.county.id, orderId }
    await takePart(tx, { ...ids, personId, part: 'doer' })
    const period = { startedAt: now, dueAt: now, endedAt: now }
    const kind = { claimantKind: 'member' as const, organizationId: null, state: 'released' as const }
    await insertClaim(tx, { ...ids, ...kind, ...period, id: claimId, personId, cycle: 1, place: 1 })
    const answered = { answer, answerVia: 'signed_in' as const, answeredBy: requester.id, answeredAt: now }
    const done = { words: '已完成', deliveredBy: personId, deliveredAt: now }
    await insertDelivery(tx, { ...ids, id: newId(), claimId, ...done, ...answered })
  })
}
