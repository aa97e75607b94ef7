import { newId } from '@dj/api/platform/deps.ts'
import { insertClaim } from '@dj/db/queries/claim/claims.ts'
import { lockOrder, takePart } from '@dj/db/queries/build/orders.ts'
import type { ClaimId } from '@dj/shared/platform/ids.ts'
import { sql } from 'drizzle-orm'
import { expect } from 'vitest'
import { Ceremony } from '../../support/ceremony.ts'
import { test, type World } from '../../support/world.ts'

test('a claim goes through while a long transaction, such as the freezing of a round, refers to the order', async ({
  world,
}) => {
  const order = await world.anOpenOrder({ places: 1 })
  const { promise: claimed, resolve: letGo } = Promise.withResolvers<void>()
  const { promise: held, resolve: isHeld } = Promise.withResolvers<void>()
  const freezing = world.deps.withTx(world.county.id, async (tx) => {
    // What the foreign key of a frame entry takes, and keeps until the whole county is frozen.
    await tx.execute(sql`select from demand_order where id = ${order.id} for key share`)
    isHeld()
    await claimed
  })
  await held
  const member = world.as(await world.aMember())
  const reply = member.post(`/orders/${order.id}/claims`, {})
  const first = await Promise.race([reply, new Promise((resolve) => setTimeout(resolve, 2_000, 'waits'))])
  letGo()
  await freezing
  expect(first).not.toBe('waits')
  expect((await reply).status).toBe(201)
})

test('two who claim the last place still wait for one another: one gets it, the other is told why', async ({
  world,
}) => {
  const order = await world.anOpenOrder({ places: 1 })
  const rivals = await Promise.all([world.aMember(), world.aMember(), world.aMember()])
  const replies = await Promise.all(rivals.map((rival) => world.as(rival).post(`/orders/${order.id}/claims`, {})))
  expect(replies.map(({ status }) => status).toSorted()).toEqual([201, 409, 409])
})

test('inspectors are dealt only after a branch that is just claiming the order: nobody of it is to check it', async ({
  world,
}) => {
  const order = await world.anOpenOrder({ owner: world.county.farBranch, places: 1 })
  await world.anInspector({ kind: 'member', home: world.county.branches[1] })
  const round = await (await Ceremony.open(world)).toDrawn()
  const { promise: dealt, resolve: letGo } = Promise.withResolvers<void>()
  const { promise: held, resolve: isHeld } = Promise.withResolvers<void>()
  const claiming = claimFor(world, order.id, async () => {
    isHeld()
    await dealt
  })
  await held
  const reply = round.act(round.team.lead, 'inspectors')
  const first = await Promise.race([reply, new Promise((resolve) => setTimeout(resolve, 700, 'waits'))])
  letGo()
  await claiming
  expect(first).toBe('waits')
  expect((await reply).code).toBe('round.too_few_inspectors')
})

/** A claim of the second branch, as far as it goes before its transaction ends. */
async function claimFor(world: World, orderId: string, before: () => Promise<void>): Promise<void> {
  const { id: personId } = await world.aSecretary(world.county.branches[1])
  const countyId = world.county.id
  await world.deps.withTx(countyId, async (tx, at) => {
    await lockOrder(tx, countyId, orderId)
    await takePart(tx, { countyId, orderId, personId, part: 'doer' })
    const claim = { countyId, id: newId<ClaimId>(), orderId, personId, cycle: 1, place: 1, startedAt: at, dueAt: at }
    const branch = { claimantKind: 'branch' as const, organizationId: world.county.branches[1].id }
    await insertClaim(tx, { ...claim, ...branch, state: 'active' })
    await before()
  })
}
