import { ClaimView } from '@dj/shared/claim/claim/claim.schema.ts'
import { ReceiptView } from '@dj/shared/meet/receipt/receipt.schema.ts'
import { DeliveryView } from '@dj/shared/build/order/order.schema.ts'
import { ProblemView } from '@dj/shared/problem.ts'
import { expect } from 'vitest'
import { ToldReceipt } from '../../support/talks.ts'
import { test, type World } from '../../support/world.ts'

const opinion = {
  body: '外卖骑手中午没地方热饭歇脚，希望驿站开放',
  category: 'care',
  requesterKind: 'worker',
  requesterName: '一名骑手',
  contact: { phone: '13800000506' },
}
const openly = (world: World, body: object = opinion, county = '330382') =>
  world.anonymous().post(`/counties/${county}/needs`, body)
const follow = async (world: World, code: string) => (await world.anonymous().get(`/receipts/${code}`)).as(ReceiptView)

test('without an account somebody raises a need and follows it by its receipt alone', async ({ world }) => {
  const [, town] = world.county.towns
  const { need, receiptCode } = (await openly(world, { ...opinion, townId: town.id })).as(ToldReceipt)
  expect(need).toMatchObject({ state: 'received', town: { id: town.id }, mine: true, holder: null, contact: null })
  const receipt = await follow(world, receiptCode.toLowerCase())
  expect(receipt).toMatchObject({
    code: receiptCode,
    county: {
      id: '330382',
      name: '乐清市',
    },
    state: 'received',
    body: opinion.body,
    respondBy: '2026-11-20T16:00:00.000Z',
    orders: [],
    timeline: [
      {
        kind: 'need.received',
        who: null,
      },
    ],
  })
  expect(JSON.stringify(receipt)).not.toContain('0506')
  await world.as(await world.aTownOrganizer(town)).post(`/needs/${need.id}/answer`, { answer: '驿站十一点起开放' })
  const answered = await follow(world, receiptCode)
  expect(answered).toMatchObject({ state: 'answered', answer: '驿站十一点起开放' })
  expect(answered.timeline.map(({ kind }) => kind)).toEqual(['need.received', 'need.answered'])
})

test('the receipt shows the order, asks whether it is solved, and takes answer and rating', async ({ world }) => {
  const need = await world.aNeed()
  const order = await world.anOpenOrder({ needs: [need] })
  const member = world.as(await world.aMember({ alias: '红帆一号' }))
  const claim = (await member.post(`/orders/${order.id}/claims`)).as(ClaimView)
  await member.post(`/claims/${claim.id}/progress`, { share: 50, words: '已联系老师' })
  const before = await follow(world, need.receiptCode)
  expect(before.orders).toMatchObject([
    { id: order.id, number: order.number, state: 'claimed', holders: ['红帆一号'], question: null, mayRate: false },
  ])
  const delivery = (await member.post(`/claims/${claim.id}/deliveries`, { words: '八课时已讲完' })).as(DeliveryView)
  const asked = await follow(world, need.receiptCode)
  expect(asked.orders).toMatchObject([
    { question: { id: delivery.id, words: '八课时已讲完', answer: null }, mayRate: true },
  ])
  const receiptCode = need.receiptCode
  await world.anonymous().post(`/deliveries/${delivery.id}/answer`, { answer: 'solved', receiptCode })
  const grades = { attitude: 5, speed: 4, result: 5, words: '谢谢' }
  await world.anonymous().post(`/orders/${order.id}/ratings`, { ...grades, receiptCode })
  const after = await follow(world, receiptCode)
  expect(after.orders).toMatchObject([{ state: 'closed', holders: [], question: null, myRating: grades }])
  expect(after.timeline.map(({ kind, who }) => [kind, who])).toEqual([
    ['claim.taken', '红帆一号'],
    ['claim.reported', '红帆一号'],
    ['claim.delivered', '红帆一号'],
    ['delivery.answered', null],
    ['order.closed', null],
  ])
})

test('drafts and who else joined stay untold', async ({ world }) => {
  const need = await world.aNeed()
  await world.anOpenOrder({ needs: [need], state: 'draft', publishedAt: null })
  await world.as(await world.aMember()).post(`/needs/${need.id}/seconds`)
  const receipt = await follow(world, need.receiptCode)
  expect(receipt.orders).toEqual([])
  const member = world.as(await world.aMember({ alias: '红帆二号' }))
  const other = await world.aNeed()
  await member.post(`/needs/${other.id}/seconds`)
  const events = (await follow(world, other.receiptCode)).timeline
  expect(events).toMatchObject([{ kind: 'need.seconded', who: null, data: {} }])
})

test('an unknown, malformed or foreign code answers alike', async ({ world }) => {
  const replies = await Promise.all(
    ['330382-2222-2222', '330381-2222-2222', '999999-2222-2222', 'nonsense', '330382-0000-0000'].map((code) =>
      world.anonymous().get(`/receipts/${code}`),
    ),
  )
  const shapes = replies.map((reply) => ({ ...reply.as(ProblemView), requestId: '' }))
  for (const shape of shapes) expect(shape).toEqual({ ...shapes[0], status: 404, code: 'receipt.unknown' })
})

test('whoever guesses codes is slowed down, and nobody else with them', async ({ world }) => {
  const guesser = world.anonymous('198.51.100.7')
  for (let guess = 0; guess < 30; guess += 1) await guesser.get('/receipts/330382-2222-2222')
  expect((await guesser.get('/receipts/330382-2222-2222')).code).toBe('rate_limited')
  expect((await world.anonymous('198.51.100.8').get('/receipts/330382-2222-2222')).code).toBe('receipt.unknown')
  world.clock.advance({ minutes: 1 })
  expect((await guesser.get('/receipts/330382-2222-2222')).code).toBe('receipt.unknown')
})

test('guessing by answers and ratings is the same guessing, and a code that is right costs nothing', async ({
  world,
}) => {
  const need = await world.aNeed()
  const order = await world.anOpenOrder({ needs: [need] })
  const guesser = world.anonymous('198.51.100.17')
  const rating = { attitude: 5, speed: 5, result: 5, receiptCode: '330382-2222-2222' }
  for (let guess = 0; guess < 15; guess += 1) {
    expect((await guesser.post(`/orders/${order.id}/ratings`, rating)).code).not.toBe('rate_limited')
    await guesser.post(`/deliveries/${order.id}/answer`, { answer: 'solved', receiptCode: '330382-2222-2222' })
  }
  expect((await guesser.get('/receipts/330382-2222-2222')).code).toBe('rate_limited')
  const requester = world.anonymous('198.51.100.18')
  for (let reading = 0; reading < 40; reading += 1)
    expect((await requester.get(`/receipts/${need.receiptCode}`)).status).toBe(200)
})

test('the open form files nothing wrong, and not without end', async ({ world }) => {
  expect((await openly(world, opinion, '330399')).code).toBe('not_found')
  expect((await openly(world, opinion, 'abc')).code).toBe('not_found')
  const wrong = await openly(world, {
    ...opinion,
    requesterName: '',
    channel: 'poll',
    townId: world.county.branches[0].id,
  })
  expect(wrong.fields).toEqual({ requesterName: 'field.required', channel: 'field.unknown' })
  expect((await openly(world, { ...opinion, townId: world.county.branches[0].id })).fields).toEqual({
    townId: 'need.organization_unknown',
  })
  const flood = world.anonymous('198.51.100.9')
  for (let n = 0; n < 20; n += 1) await flood.post('/counties/330382/needs', opinion)
  expect((await flood.post('/counties/330382/needs', opinion)).code).toBe('rate_limited')
})

test('a second click of the open form files one need', async ({ world }) => {
  const click = () => world.anonymous().post('/counties/330382/needs', opinion, { key: 'one-open-click' })
  const [first, second] = await Promise.all([click(), click()])
  expect(first.body).toEqual(second.body)
  expect(await world.deps.db.execute('select count(*)::int as n from need')).toEqual([{ n: 1 }])
})
