import { ClaimView } from '@dj/shared/claim/claim/claim.schema.ts'
import { expect } from 'vitest'
import type { World } from './world.ts'

/** An order delivered and rated by three, of whom one is satisfied. */
export async function aRatedOrder(world: World, title = '园区夜校电工班') {
  const order = await world.anOpenOrder({ places: 1, title })
  const doer = world.as(await world.aMember())
  const claim = (await doer.post(`/orders/${order.id}/claims`)).as(ClaimView)
  await doer.post(`/claims/${claim.id}/deliveries`, { words: '办了' })
  for (const result of [1, 1, 5]) {
    const rater = world.as(await world.aMember())
    const rated = await rater.post(`/orders/${order.id}/ratings`, { attitude: result, speed: result, result })
    expect(rated.status).toBe(201)
  }
  return order
}
