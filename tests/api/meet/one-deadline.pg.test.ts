import { ClaimPage } from '@dj/shared/claim/claim/claim.schema.ts'
import { OrderPage, OrderView } from '@dj/shared/build/order/order.schema.ts'
import { ReceiptView } from '@dj/shared/meet/receipt/receipt.schema.ts'
import { WorkView } from '@dj/shared/meet/work/work.schema.ts'
import { expect } from 'vitest'
import { aNotice } from '../../support/notices.ts'
import { test, type Client, type World } from '../../support/world.ts'

/** An order asked for by a worker, with one claim, and everybody who looks at it. */
async function aClaimedOrder(world: World, wish: { confirmRequired?: boolean; dueOn?: string } = {}) {
  const asker = await world.aWorker()
  const need = await world.aNeed({ requesterPersonId: asker.id, state: 'linked' })
  const order = await world.anOpenOrder({ needs: [need], ...wish })
  const [member, owner] = [world.as(await world.aMember()), world.as(await world.aSecretary())]
  const { id: claimId } = (await member.post(`/orders/${order.id}/claims`)).body as { id: string }
  return { order, need, member, owner, requester: world.as(asker), claimId }
}

/** What each page says: the list, the order's page, its claim there, the claims, the receipt. */
async function everyPage(world: World, { order, need, member }: Awaited<ReturnType<typeof aClaimedOrder>>) {
  const page = (await member.get(`/orders/${order.id}`)).as(OrderView)
  const receipt = (await world.anonymous().get(`/receipts/${need.receiptCode}`)).as(ReceiptView)
  return [
    (await member.get('/orders?state=live')).as(OrderPage).items[0]?.deadline,
    page.deadline,
    page.claims[0]?.deadline,
    (await member.get('/claims?mine=true')).as(ClaimPage).items[0]?.deadline,
    receipt.orders[0]?.deadline,
  ]
}
const works = async (client: Client) =>
  (await client.get('/work')).as(WorkView).items.map(({ kind, dueAt }) => ({ kind, dueAt }))
const same = (deadline: object) => Array.from({ length: 5 }, () => ({ releasedAt: null, ...deadline }))

test('while it is asked for, every page says until when the owner confirms', async ({ world }) => {
  const all = await aClaimedOrder(world, { confirmRequired: true })
  const until = '2026-11-23T16:00:00.000Z'
  expect(await everyPage(world, all)).toEqual(same({ kind: 'confirm', until }))
  expect(await works(all.owner)).toEqual([{ kind: 'claim.decide', dueAt: until }])
})

test('while it is worked on, the day of the order that comes before the claim’s own', async ({ world }) => {
  const all = await aClaimedOrder(world, { dueOn: '2026-11-28' })
  expect(await everyPage(world, all)).toEqual(same({ kind: 'finish', until: '2026-11-28T16:00:00.000Z' }))
})

test('once delivered, until when the requester answers, and no light of the work', async ({ world }) => {
  const all = await aClaimedOrder(world)
  await all.member.post(`/claims/${all.claimId}/deliveries`, { words: '办好了' })
  const until = '2026-11-25T02:00:00.000Z'
  expect(await everyPage(world, all)).toEqual(same({ kind: 'answer', until }))
  expect(await works(all.requester)).toContainEqual({ kind: 'delivery.answer', dueAt: until })
})

test('under a notice, the notice’s: the claim has no light of its own, and its term is not pressed for', async ({
  world,
}) => {
  const all = await aClaimedOrder(world, { dueOn: '2026-11-25' })
  await aNotice(world, all.order.id)
  const until = '2026-12-09T16:00:00.000Z'
  expect(await everyPage(world, all)).toEqual(same({ kind: 'rectify', until }))
  expect(await works(all.owner)).toContainEqual({ kind: 'rectification.work', dueAt: until })
  world.clock.set('2026-11-30T02:00:00Z')
  const page = (await all.member.get(`/orders/${all.order.id}`)).as(OrderView)
  expect([page.light, page.claims[0]?.light]).toEqual([null, null])
  expect((await all.member.get('/orders?light=red')).as(OrderPage).items).toEqual([])
  expect((await works(all.member)).map(({ kind }) => kind)).toEqual([])
})
