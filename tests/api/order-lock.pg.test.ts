import { sql } from 'drizzle-orm'
import { expect } from 'vitest'
import { test } from '../support/world.ts'

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
