import { ReceiptView } from '@dj/shared/meet/receipt/receipt.schema.ts'
import { OrderView } from '@dj/shared/build/order/order.schema.ts'
import { expect } from 'vitest'
import { aDelivery } from '../../support/deliveries.ts'
import { test } from '../../support/world.ts'

const well = { attitude: 5, speed: 4, result: 5 }
const badly = { attitude: 1, speed: 2, result: 1 }
const NEXT_QUARTER = '2027-01-06T02:00:00Z'

test('by receipt no grade is preset: the word of last quarter is no answer to the question of this one', async ({
  world,
}) => {
  const need = await world.aNeed()
  const order = await world.anOpenOrder({ needs: [need] })
  await aDelivery(world, order.id, await world.aMember({ organization: world.county.farBranch }))
  const receiptCode = need.receiptCode
  const requester = world.anonymous()
  await requester.post(`/orders/${order.id}/ratings`, { ...well, receiptCode })
  const given = async () => (await requester.get(`/receipts/${receiptCode}`)).as(ReceiptView).orders[0]?.myRating
  expect(await given()).toMatchObject(well)
  world.clock.set(NEXT_QUARTER)
  expect(await given()).toBeNull()
})

test('n counts people: of who rated in two quarters the newest word stands', async ({ world }) => {
  const order = await world.anOpenOrder()
  await aDelivery(world, order.id, await world.aMember({ organization: world.county.farBranch }))
  const raters = [await world.aMember(), await world.aMember(), await world.aMember()] as const
  const rate = (n: 0 | 1 | 2, grades: object) => world.as(raters[n]).post(`/orders/${order.id}/ratings`, grades)
  for (const n of [0, 1, 2] as const) expect((await rate(n, badly)).status).toBe(201)
  world.clock.set(NEXT_QUARTER)
  for (const n of [0, 1] as const) expect((await rate(n, well)).status).toBe(201)
  const { ratings } = (await world.as(await world.aSecretary()).get(`/orders/${order.id}`)).as(OrderView)
  expect(ratings).toMatchObject([{ side: 'member', n: 3, satisfied: 2, average: null }])
})
