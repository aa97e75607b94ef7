import { NeedPage, NeedView } from '@dj/shared/collect/need/need.schema.ts'
import { OrderView } from '@dj/shared/build/order/order.schema.ts'
import { ReceiptView } from '@dj/shared/meet/receipt/receipt.schema.ts'
import { expect } from 'vitest'
import { test, type World } from '../../support/world.ts'

async function twoAlike(world: World) {
  const organization = world.county.branches[0]
  const requester = await world.aWorker({ organization })
  const [first, second] = [
    await world.aNeed({ organization, body: '加班工资算法看不懂，想请律师来讲一次' }),
    await world.aNeed({ organization, body: '对加班工资计算有疑问，希望安排讲座', requesterPersonId: requester.id }),
  ]
  return { first, second, requester: world.as(requester), desk: world.as(await world.aSecretary()) }
}

const draftFrom = (world: World, needIds: readonly string[]) => ({
  tier: 'C',
  tierReason: '仅本支部可办',
  ownerOrganizationId: world.county.branches[0].id,
  needIds,
  title: '请律师讲一次加班工资',
  ask: '讲一次课',
  acceptance: '二十人听课',
  beneficiaries: '职工',
  category: 'rights',
  mode: 'either',
})

test('a merged need leaves the desk’s list and stays with its requester', async ({ world }) => {
  const { first, second, requester, desk } = await twoAlike(world)
  const merged = (await desk.post(`/needs/${second.id}/merge`, { intoId: first.id })).as(NeedView)
  expect(merged).toMatchObject({ id: first.id, voices: [{ id: second.id }], mergedIntoId: null })
  expect((await desk.get('/needs')).as(NeedPage)).toMatchObject({ total: 1, items: [{ id: first.id }] })
  const mine = (await requester.get('/needs')).as(NeedPage)
  expect(mine).toMatchObject({ total: 1, items: [{ id: second.id, mergedIntoId: first.id, voices: [] }] })
  expect((await world.anonymous().get(`/receipts/${second.receiptCode}`)).as(ReceiptView)).toMatchObject({
    state: 'received',
    timeline: [{ kind: 'need.merged', data: {} }],
  })
})

test('what the one is answered, the other is answered too', async ({ world }) => {
  const { first, second, requester, desk } = await twoAlike(world)
  await desk.post(`/needs/${second.id}/merge`, { intoId: first.id })
  expect((await desk.post(`/needs/${second.id}/answer`, { answer: '好的' })).code).toBe('need.merged')
  await desk.post(`/needs/${first.id}/answer`, { answer: '下周三晚上讲' })
  expect((await requester.get(`/needs/${second.id}`)).as(NeedView)).toMatchObject({
    state: 'answered',
    answer: '下周三晚上讲',
  })
  const again = await requester.post(`/needs/${second.id}/reopen`, { reason: '那天上夜班' })
  expect(again.as(NeedView)).toMatchObject({ state: 'received', mergedIntoId: null })
})

test('an order built from the one is followed and rated by every requester', async ({ world }) => {
  const { first, second, desk } = await twoAlike(world)
  await desk.post(`/needs/${second.id}/merge`, { intoId: first.id })
  expect((await desk.post('/orders', draftFrom(world, [second.id]))).code).toBe('order.need_not_available')
  const order = (await desk.post('/orders', draftFrom(world, [first.id]))).as(OrderView)
  expect(order.needs.map(({ id }) => id)).toEqual([first.id, second.id])
  await desk.post(`/orders/${order.id}/publish`)
  for (const { receiptCode } of [first, second]) {
    const receipt = (await world.anonymous().get(`/receipts/${receiptCode}`)).as(ReceiptView)
    expect(receipt).toMatchObject({ state: 'linked', orders: [{ id: order.id, state: 'open' }] })
  }
})

test('merged into a need that has an order, the other joins it; undone, it waits again', async ({ world }) => {
  const { first, second, desk } = await twoAlike(world)
  const order = (await desk.post('/orders', draftFrom(world, [first.id]))).as(OrderView)
  await desk.post(`/orders/${order.id}/publish`)
  await desk.post(`/needs/${second.id}/merge`, { intoId: first.id })
  const joined = (await desk.get(`/needs/${second.id}`)).as(NeedView)
  expect(joined).toMatchObject({ state: 'linked', orders: [{ id: order.id }], respondedAt: expect.any(String) })
  const alone = (await desk.post(`/needs/${second.id}/unmerge`)).as(NeedView)
  expect(alone).toMatchObject({ state: 'received', orders: [], mergedIntoId: null, respondedAt: null })
  expect((await desk.get(`/needs/${first.id}`)).as(NeedView)).toMatchObject({ state: 'linked', voices: [] })
  expect((await desk.post(`/needs/${second.id}/unmerge`)).code).toBe('need.not_merged')
})

test('taken off a draft, a need takes along what was merged into it', async ({ world }) => {
  const { first, second, desk } = await twoAlike(world)
  await desk.post(`/needs/${second.id}/merge`, { intoId: first.id })
  const order = (await desk.post('/orders', draftFrom(world, [first.id]))).as(OrderView)
  const kept = await desk.patch(`/orders/${order.id}`, { needIds: [first.id] }, { version: order.version })
  expect(kept.as(OrderView).needs).toHaveLength(2)
  await desk.post(`/orders/${order.id}/discard`, {})
  for (const { id } of [first, second]) {
    expect((await desk.get(`/needs/${id}`)).as(NeedView)).toMatchObject({ state: 'received', orders: [] })
  }
})

test('a need is merged once, into one that stands for itself and still waits', async ({ world }) => {
  const { first, second, desk } = await twoAlike(world)
  const third = await world.aNeed({ organization: world.county.branches[0] })
  const merge = (id: string, intoId: string) => desk.post(`/needs/${id}/merge`, { intoId })
  expect((await merge(first.id, first.id)).code).toBe('need.merge_into_itself')
  expect((await merge(second.id, first.id)).status).toBe(200)
  expect((await merge(second.id, third.id)).code).toBe('need.merged')
  expect((await merge(third.id, second.id)).code).toBe('need.merged')
  expect((await merge(first.id, third.id)).code).toBe('need.has_voices')
  await desk.post(`/needs/${third.id}/decline`, { reason: '不属职责' })
  const fourth = await world.aNeed({ organization: world.county.branches[0] })
  expect((await merge(fourth.id, third.id)).code).toBe('need.not_open')
  expect((await merge(third.id, fourth.id)).code).toBe('need.not_open')
})

test('two desks merge the same two needs into each other at once: one merge stands', async ({ world }) => {
  const { first, second, desk } = await twoAlike(world)
  const town = world.as(await world.aTownOrganizer())
  const replies = await Promise.all([
    desk.post(`/needs/${second.id}/merge`, { intoId: first.id }),
    town.post(`/needs/${first.id}/merge`, { intoId: second.id }),
  ])
  expect(replies.map((reply) => reply.status).toSorted()).toEqual([200, 409])
})

test('a need outside the desk’s reach cannot be merged, nor merged into', async ({ world }) => {
  const { first, desk } = await twoAlike(world)
  const far = await world.aNeed({ organization: world.county.farBranch })
  expect((await desk.post(`/needs/${first.id}/merge`, { intoId: far.id })).code).toBe('not_found')
  expect((await desk.post(`/needs/${far.id}/merge`, { intoId: first.id })).code).toBe('not_found')
  expect((await desk.post(`/needs/${first.id}/merge`, {})).fields).toEqual({ intoId: 'field.required' })
  const member = world.as(await world.aMember())
  expect((await member.post(`/needs/${first.id}/merge`, { intoId: far.id })).code).toBe('auth.forbidden')
})
