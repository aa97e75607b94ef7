import { ClaimView } from '@dj/shared/claim/claim/claim.schema.ts'
import { LibrariesView, OrderPage } from '@dj/shared/build/order/order.schema.ts'
import { must } from '@dj/shared/platform/assert.ts'
import { RectificationView } from '@dj/shared/exit/rectification/rectification.schema.ts'
import { WorkView } from '@dj/shared/meet/work/work.schema.ts'
import { expect } from 'vitest'
import { aNotice } from '../../support/notices.ts'
import { type Client, test, type World } from '../../support/world.ts'

// Published on Wednesday 18 November at ten; seven working days later is the end of Friday the 27th.
const card = async (client: Client) => must((await client.get('/orders?state=live')).as(OrderPage).items[0], 'the card')
const aged = async (client: Client, days: number) =>
  (await client.get(`/orders?unclaimedDays=${days}`)).as(OrderPage).items.length
const step = async (world: World) => {
  const organizer = world.as(await world.aCountyOrganizer())
  const { unclaimed7, unclaimed14 } = must((await organizer.get('/libraries')).as(LibrariesView).tiers[0], 'the tier')
  return [unclaimed7, unclaimed14]
}

test('an order given back again and again is as old as the time in which nobody held it', async ({ world }) => {
  const order = await world.anOpenOrder()
  const owner = world.as(await world.aSecretary())
  for (const [taken, back] of [
    ['2026-11-20T02:00:00Z', '2026-11-24T02:00:00Z'],
    ['2026-11-26T02:00:00Z', '2026-11-27T02:00:00Z'],
  ] as const) {
    const member = world.as(await world.aMember())
    world.clock.set(taken)
    const { id } = (await member.post(`/orders/${order.id}/claims`)).as(ClaimView)
    expect((await card(member)).unclaimedSince).toBeNull()
    world.clock.set(back)
    await member.post(`/claims/${id}/release`)
  }
  // Held for four days and for one.
  expect((await card(owner)).unclaimedSince).toBe('2026-11-23T02:00:00.000Z')
  world.clock.set('2026-12-02T15:59:00Z')
  expect([await aged(owner, 7), ...(await step(world))]).toEqual([1, 1, 0])
  expect((await owner.get('/work')).as(WorkView).items).toMatchObject([
    { kind: 'order.unclaimed', since: '2026-11-23T02:00:00.000Z' },
  ])
})

test('two who held it at the same time count once', async ({ world }) => {
  const order = await world.anOpenOrder({ places: 3 })
  const [one, other] = [world.as(await world.aMember()), world.as(await world.aMember())]
  const claimOf = async (client: Client) => (await client.post(`/orders/${order.id}/claims`)).as(ClaimView).id
  world.clock.set('2026-11-19T02:00:00Z')
  const first = await claimOf(one)
  world.clock.set('2026-11-20T02:00:00Z')
  const second = await claimOf(other)
  world.clock.set('2026-11-21T02:00:00Z')
  await one.post(`/claims/${first}/release`)
  world.clock.set('2026-11-22T02:00:00Z')
  await other.post(`/claims/${second}/release`)
  expect((await card(one)).unclaimedSince).toBe('2026-11-21T02:00:00.000Z')
})

test('while it was put right, nobody could claim it', async ({ world }) => {
  const order = await world.anOpenOrder()
  const owner = world.as(await world.aSecretary())
  world.clock.set('2026-11-20T02:00:00Z')
  const id = await aNotice(world, order.id)
  for (const item of [1, 2]) await owner.post(`/rectifications/${id}/items`, { item, done: '已办' })
  await owner.post(`/rectifications/${id}/submission`)
  world.clock.set('2026-11-27T02:00:00Z')
  const look = { decision: 'pass', effect: 'good', words: '已整改到位' }
  const inspector = world.as(await world.anInspector())
  expect((await inspector.post(`/rectifications/${id}/reinspection`, look)).as(RectificationView).state).toBe('passed')
  expect((await card(owner)).unclaimedSince).toBe('2026-11-25T02:00:00.000Z')
})

test('a standing order is new again with each cycle', async ({ world }) => {
  const asker = await world.aWorker()
  const need = await world.aNeed({ requesterPersonId: asker.id })
  const order = await world.anOpenOrder({ standing: true, needs: [need] })
  const member = world.as(await world.aMember())
  const { id } = (await member.post(`/orders/${order.id}/claims`)).as(ClaimView)
  world.clock.set('2026-12-01T02:00:00Z')
  const delivery = (await member.post(`/claims/${id}/deliveries`, { words: '办好了' })).body as { id: string }
  await world.as(asker).post(`/deliveries/${delivery.id}/answer`, { answer: 'solved' })
  expect((await card(member)).unclaimedSince).toBe('2026-12-01T02:00:00.000Z')
})
