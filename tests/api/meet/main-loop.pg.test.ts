import { ClaimView } from '@dj/shared/claim/claim/claim.schema.ts'
import { EventPage, LibrariesView, OrderPage, OrderView } from '@dj/shared/build/order/order.schema.ts'
import { DeliveryView } from '@dj/shared/build/order/order.schema.ts'
import { WorkView } from '@dj/shared/meet/work/work.schema.ts'
import { MyRecord } from '@dj/shared/claim/claim/record.schema.ts'
import { expect } from 'vitest'
import { test, type World } from '../../support/world.ts'

export const words = (world: World) => ({
  tier: 'C',
  tierReason: '仅本支部可办',
  ownerOrganizationId: world.county.branches[0].id,
  title: '电工夜校',
  ask: '开两期夜校，每期八课时',
  acceptance: '二十人结业',
  beneficiaries: '装配车间职工',
  category: 'skills',
  mode: 'either',
})

test('one need goes all the way: built, published, claimed, reported, delivered, answered, rated, closed with its record', async ({
  world,
}) => {
  const secretary = world.as(await world.aSecretary())
  const requester = await world.aWorker({ organization: world.county.branches[0] })
  const need = await world.aNeed({
    organization: world.county.branches[0],
    requesterPersonId: requester.id,
    requesterKind: 'worker',
  })
  const member = world.as(await world.aMember({ organization: world.county.farBranch }))

  const built = await secretary.post('/orders', { ...words(world), needIds: [need.id] })
  expect(built.status).toBe(201)
  const order = built.as(OrderView)
  expect(order).toMatchObject({ state: 'draft', number: null, places: 1, needs: [{ id: need.id }] })
  const published = (await secretary.post(`/orders/${order.id}/publish`)).as(OrderView)
  expect(published).toMatchObject({ state: 'open', number: 'C-2026-000001' })

  const claim = (await member.post(`/orders/${order.id}/claims`)).as(ClaimView)
  expect(claim).toMatchObject({ state: 'active', place: 1, light: 'green', mine: true })
  world.clock.advance({ days: 3 })
  expect(
    (await member.post(`/claims/${claim.id}/progress`, { share: 40, words: '已联系学院老师', hours: 2 })).status,
  ).toBe(201)
  const delivery = (await member.post(`/claims/${claim.id}/deliveries`, { words: '两期夜校办完', hours: 8 })).as(
    DeliveryView,
  )
  expect((await member.get(`/orders/${order.id}`)).as(OrderView)).toMatchObject({ state: 'delivered' })

  const asked = (await world.as(requester).get('/work')).as(WorkView)
  expect(asked.items.map((item) => item.kind)).toContain('delivery.answer')
  const answered = await world
    .as(requester)
    .post(`/deliveries/${delivery.id}/answer`, { answer: 'solved', words: '学会了' })
  expect(answered.as(DeliveryView)).toMatchObject({ answer: 'solved', answerVia: 'signed_in' })
  expect((await member.get('/record')).as(MyRecord)).toMatchObject({
    ...{ done: 1, hours: 10 },
    thanks: [{ orderId: order.id, title: order.title, words: '学会了' }],
  })
  const rated = await world.as(requester).post(`/orders/${order.id}/ratings`, { attitude: 5, speed: 4, result: 5 })
  expect(rated.status).toBe(201)

  const closed = (await member.get(`/orders/${order.id}`)).as(OrderView)
  expect(closed).toMatchObject({
    state: 'closed',
    feedback: { outcome: 'solved' },
    ratings: [{ side: 'worker', n: 1, average: null }],
  })
  const events = (await member.get(`/orders/${order.id}/events?limit=50`))
    .as(EventPage)
    .items.map((event) => event.kind)
  expect(events).toEqual([
    'order.built',
    'order.published',
    'claim.taken',
    'claim.reported',
    'claim.delivered',
    'order.delivered',
    'delivery.answered',
    'order.closed',
    'order.rated',
  ])
})

test('the receipt code alone answers and rates, and a stranger with another code finds nothing', async ({ world }) => {
  const need = await world.aNeed()
  const other = await world.aNeed()
  const order = await world.anOpenOrder({ needs: [need] })
  const member = world.as(await world.aMember())
  const claim = (await member.post(`/orders/${order.id}/claims`)).as(ClaimView)
  const delivery = (await member.post(`/claims/${claim.id}/deliveries`, { words: '已办' })).as(DeliveryView)
  const open = world.anonymous()

  const path = `/deliveries/${delivery.id}/answer`
  expect((await open.post(path, { answer: 'solved' })).code).toBe('auth.required')
  expect((await open.post(path, { answer: 'solved', receiptCode: other.receiptCode })).code).toBe('not_found')
  expect((await open.post(path, { answer: 'partly', receiptCode: need.receiptCode })).status).toBe(200)
  expect((await member.get(`/orders/${order.id}`)).as(OrderView).state).toBe('claimed')
  const again = (await member.post(`/claims/${claim.id}/deliveries`, { words: '补办完成' })).as(DeliveryView)
  expect(
    (await open.post(`/deliveries/${again.id}/answer`, { answer: 'solved', receiptCode: need.receiptCode })).status,
  ).toBe(200)
  const rating = { attitude: 5, speed: 5, result: 4, receiptCode: need.receiptCode }
  expect((await open.post(`/orders/${order.id}/ratings`, rating)).status).toBe(201)
  expect((await open.post(`/orders/${order.id}/ratings`, { ...rating, result: 2 })).body).toMatchObject({
    result: 2,
    changed: true,
  })
})

test('not solved goes back to the claimant once, then the place is free again', async ({ world }) => {
  const need = await world.aNeed()
  const order = await world.anOpenOrder({ needs: [need] })
  const member = world.as(await world.aMember())
  const claim = (await member.post(`/orders/${order.id}/claims`)).as(ClaimView)
  for (const expected of ['claimed', 'open']) {
    const delivery = (await member.post(`/claims/${claim.id}/deliveries`, { words: '办了' })).as(DeliveryView)
    await world.anonymous().post(`/deliveries/${delivery.id}/answer`, { answer: 'not', receiptCode: need.receiptCode })
    expect((await member.get(`/orders/${order.id}`)).as(OrderView).state).toBe(expected)
  }
  expect(await world.liveClaimsOn(order.id)).toHaveLength(0)
})

test('silence answers after seven days and never counts as satisfied', async ({ world }) => {
  const { sweepClaims } = await import('@dj/api/claim/claims/sweep-claims.ts')
  const order = await world.anOpenOrder()
  const member = world.as(await world.aMember())
  const claim = (await member.post(`/orders/${order.id}/claims`)).as(ClaimView)
  await member.post(`/claims/${claim.id}/deliveries`, { words: '办了' })
  world.clock.advance({ days: 6 })
  expect(await sweepClaims(world.deps, world.county.id)).toEqual({ warned: 0, lapsed: 0, unanswered: 0, released: 0 })
  world.clock.advance({ days: 1 })
  expect(await sweepClaims(world.deps, world.county.id)).toEqual({ warned: 0, lapsed: 0, unanswered: 1, released: 0 })
  expect((await member.get(`/orders/${order.id}`)).as(OrderView)).toMatchObject({
    state: 'closed',
    feedback: { outcome: 'unanswered' },
    ratings: [],
  })
})

test('a standing order opens again after each cycle, and each cycle has its record', async ({ world }) => {
  const need = await world.aNeed()
  const order = await world.anOpenOrder({ standing: true, needs: [need] })
  const member = world.as(await world.aMember())
  for (const cycle of [1, 2]) {
    const claim = (await member.post(`/orders/${order.id}/claims`)).as(ClaimView)
    expect(claim.cycle).toBe(cycle)
    const delivery = (await member.post(`/claims/${claim.id}/deliveries`, { words: '办了' })).as(DeliveryView)
    await world
      .anonymous()
      .post(`/deliveries/${delivery.id}/answer`, { answer: 'solved', receiptCode: need.receiptCode })
    expect((await member.get(`/orders/${order.id}`)).as(OrderView)).toMatchObject({
      state: 'open',
      placesTaken: 0,
      cycle: cycle + 1,
    })
  }
})

test('lists filter by tier, town, category, mode, free place, light and words, page by page', async ({ world }) => {
  const member = world.as(await world.aMember({ skills: ['电工'] }))
  const made = []
  for (let i = 0; i < 5; i += 1) made.push(await world.anOpenOrder({ title: `电工夜校第${i}期`, skills: ['电工'] }))
  const town = await world.anOpenOrder({ tier: 'B', title: '篮球联赛缺裁判', category: 'culture', mode: 'collective' })
  const list = async (query: string) => (await member.get(`/orders?${query}`)).as(OrderPage)
  expect((await list('tier=B')).items.map((card) => card.id)).toEqual([town.id])
  expect((await list('q=裁判')).items).toHaveLength(1)
  expect((await list('q=裁判'.normalize())).total).toBe(1)
  expect((await list('q=籃球')).items).toHaveLength(1)
  expect((await list('individual=true')).total).toBe(5)
  expect((await list('category=culture&mode=collective&free=true')).total).toBe(1)
  const first = await list('tier=C&limit=3')
  const rest = await list(`tier=C&limit=3&cursor=${first.nextCursor}`)
  expect(first.total).toBe(5)
  expect([...first.items, ...rest.items].map((card) => card.id)).toEqual(made.map((order) => order.id).toReversed())
  expect(first.items[0]?.reasons).toEqual(['skill', 'place'])
  expect((await member.get('/orders?cursor=nonsense')).code).toBe('request.bad_cursor')
  expect((await member.get('/orders?state=draft')).as(OrderPage).items).toEqual([])
  const libraries = (await member.get('/libraries')).as(LibrariesView)
  expect(libraries.tiers.map(({ tier, open }) => [tier, open])).toEqual([
    ['B', 1],
    ['C', 5],
  ])
})

test('the light of a list is the light of its rule', async ({ world }) => {
  const member = world.as(await world.aMember())
  const ids: string[] = []
  for (const _ of [1, 2, 3]) {
    const order = await world.anOpenOrder()
    ids.push(order.id)
    await member.post(`/orders/${order.id}/claims`)
    world.clock.advance({ days: 13 })
  }
  for (const light of ['green', 'yellow', 'red']) {
    const { items } = (await member.get(`/orders?light=${light}`)).as(OrderPage)
    expect(items.map((card) => card.light)).toEqual(items.map(() => light))
    expect(items.length).toBeGreaterThan(0)
  }
  expect(ids).toHaveLength(3)
})
