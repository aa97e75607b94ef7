import { must } from '@dj/shared/platform/assert.ts'
import { ClaimView } from '@dj/shared/claim/claim/claim.schema.ts'
import { DeliveryView, EventPage, OrderPage, OrderView } from '@dj/shared/build/order/order.schema.ts'
import { NeedView } from '@dj/shared/collect/need/need.schema.ts'
import { expect } from 'vitest'
import { aDelivery } from '../../support/deliveries.ts'
import { test, type World } from '../../support/world.ts'

const words = (world: World) => ({
  tier: 'C',
  tierReason: '仅本支部可办',
  ownerOrganizationId: world.county.branches[0].id,
  title: '电工夜校',
  ask: '开两期夜校',
  acceptance: '二十人结业',
  beneficiaries: '装配车间职工',
  category: 'skills',
  mode: 'either',
})

test('A and B orders need a second person to publish, C does not', async ({ world }) => {
  const [author, publisher] = [world.as(await world.aCountyOrganizer()), world.as(await world.aCountyOrganizer())]
  const draft = { ...words(world), tier: 'A', ownerOrganizationId: world.county.root.id }
  const order = (await author.post('/orders', draft)).as(OrderView)
  expect(order.may.publish).toBe('order.second_person_needed')
  const own = await author.post(`/orders/${order.id}/publish`)
  expect([own.status, own.code]).toEqual([409, 'order.second_person_needed'])
  expect((await publisher.post(`/orders/${order.id}/publish`)).as(OrderView)).toMatchObject({
    state: 'open',
    number: 'A-2026-000001',
  })
  expect((await publisher.post(`/orders/${order.id}/publish`)).code).toBe('order.not_draft')
})

test('whoever published takes it back within minutes and before anybody claimed it; it keeps its number', async ({
  world,
}) => {
  const [secretary, other] = [world.as(await world.aSecretary()), world.as(await world.aSecretary())]
  const { id } = (await secretary.post('/orders', words(world))).as(OrderView)
  const publish = async () => (await secretary.post(`/orders/${id}/publish`)).as(OrderView)
  const { number, may } = await publish()
  expect(may.unpublish).toBeNull()
  const undo = `/orders/${id}/unpublish`
  expect((await other.post(undo)).code).toBe('order.undo_over')
  const draft = (await secretary.post(undo)).as(OrderView)
  expect(draft).toMatchObject({ state: 'draft', publishedAt: null, may: { publish: null } })
  const member = world.as(await world.aMember())
  expect((await member.get(`/orders/${id}`)).status).toBe(404)
  expect((await publish()).number).toBe(number)
  world.clock.advance({ seconds: 11 * 60 })
  expect((await secretary.post(undo)).code).toBe('order.undo_over')
  const next = (await secretary.post('/orders', words(world))).as(OrderView)
  await secretary.post(`/orders/${next.id}/publish`)
  await member.post(`/orders/${next.id}/claims`)
  expect((await secretary.post(`/orders/${next.id}/unpublish`)).code).toBe('order.undo_over')
})

test('whoever rewrote an A draft does not publish it, and its author does not either', async ({ world }) => {
  const [author, editor] = [world.as(await world.aCountyOrganizer()), world.as(await world.aCountyOrganizer())]
  const draft = { ...words(world), tier: 'A', ownerOrganizationId: world.county.root.id }
  const order = (await author.post('/orders', draft)).as(OrderView)
  await editor.patch(`/orders/${order.id}`, { ask: '换成另一件事' }, { version: order.version })
  for (const one of [author, editor]) {
    expect((await one.post(`/orders/${order.id}/publish`)).code).toBe('order.second_person_needed')
  }
  const third = world.as(await world.aCountyOrganizer())
  expect((await third.post(`/orders/${order.id}/publish`)).as(OrderView).state).toBe('open')
})

test('the tier fits its owner, the owner lies in reach, the category and dates are valid', async ({ world }) => {
  const secretary = world.as(await world.aSecretary())
  const post = (change: object) => secretary.post('/orders', { ...words(world), ...change })
  expect((await post({ tier: 'A' })).fields).toEqual({ tier: 'order.tier_owner_mismatch' })
  expect((await post({ ownerOrganizationId: world.county.branches[1].id })).code).toBe('auth.forbidden')
  const { branches } = await world.otherCounty()
  expect((await post({ ownerOrganizationId: branches[0].id })).fields).toEqual({
    ownerOrganizationId: 'need.organization_unknown',
  })
  expect((await post({ category: 'gardening' })).fields).toEqual({ category: 'need.category_unknown' })
  expect((await post({ dueOn: '2026-11-17' })).fields).toEqual({ dueOn: 'order.date_passed' })
  expect((await post({ claimBy: '2026-12-02', dueOn: '2026-12-01' })).fields).toEqual({
    dueOn: 'order.due_before_claim_by',
  })
  expect((await post({ title: ' ' })).fields).toEqual({ title: 'field.required' })
  expect((await post({ state: 'open' })).fields).toEqual({ state: 'field.unknown' })
})

test('drafts are seen by those who build there and by nobody else', async ({ world }) => {
  const secretary = world.as(await world.aSecretary())
  const { id } = (await secretary.post('/orders', words(world))).as(OrderView)
  expect((await secretary.get('/orders?state=building')).as(OrderPage).items).toHaveLength(1)
  const others = [
    await world.aMember(),
    await world.aSecretary(world.county.branches[1]),
    await world.aTownOrganizer(world.county.towns[1]),
  ]
  for (const other of others) {
    expect((await world.as(other).get(`/orders/${id}`)).code).toBe('not_found')
    expect((await world.as(other).get('/orders?state=building')).as(OrderPage).items).toHaveLength(0)
    expect((await world.as(other).get(`/orders/${id}/events`)).code).toBe('not_found')
  }
  expect((await world.as(await world.aTownOrganizer()).get(`/orders/${id}`)).status).toBe(200)
})

test('an order is found by its number, however it is typed', async ({ world }) => {
  const order = await world.anOpenOrder({ title: '园区夜校' })
  await world.anOpenOrder()
  const number = must(order.number, 'a number')
  const client = world.as(await world.aMember())
  const found = async (q: string) =>
    (await client.get(`/orders?q=${encodeURIComponent(q)}`)).as(OrderPage).items.map(({ id }) => id)
  for (const q of [number, number.toLowerCase().replace(/-0+/, '-'), ` ${number.replaceAll('-', '')}`])
    expect([q, await found(q)]).toEqual([q, [order.id]])
  expect(await found('C-2026-999999')).toEqual([])
})

test('an address that could be read in two ways is read in none', async ({ world }) => {
  await world.anOpenOrder()
  const client = world.as(await world.aMember())
  const refused = async (query: string) => {
    const { status, code, fields } = await client.get(`/orders?${query}`)
    return [status, code, Object.keys(fields ?? {})]
  }
  // Nothing to search by is not everything there is.
  for (const q of ['%', '__', '电'])
    expect(await refused(`q=${encodeURIComponent(q)}`)).toEqual([422, 'search.too_short', ['q']])
  expect(await refused('limit=5&limit=6')).toEqual([422, 'request.repeated_key', ['limit']])
  for (const limit of ['0x10', '1e1', '%205'])
    expect(await refused(`limit=${limit}`)).toEqual([422, 'request.invalid', ['limit']])
})

test('an edit carries its version; what claimants rely on stays as published', async ({ world }) => {
  const secretary = world.as(await world.aSecretary())
  const order = (await secretary.post('/orders', words(world))).as(OrderView)
  const path = `/orders/${order.id}`
  expect((await secretary.patch(path, { title: '新题目' })).code).toBe('request.version_missing')
  const edited = (await secretary.patch(path, { title: '新题目', places: 3 }, { version: order.version })).as(OrderView)
  expect(edited).toMatchObject({ title: '新题目', places: 3, ask: '开两期夜校' })
  expect((await secretary.patch(path, { title: '旧版本上的修改' }, { version: order.version })).code).toBe(
    'request.stale_version',
  )
  const open = (await secretary.post(`${path}/publish`)).as(OrderView)
  const refused = await secretary.patch(path, { acceptance: '改了标准' }, { version: open.version })
  expect([refused.status, refused.fields]).toEqual([409, { acceptance: 'order.fixed_once_published' }])
  expect((await secretary.patch(path, { places: 4 }, { version: open.version })).as(OrderView).places).toBe(4)
})

test('places cannot be fewer than those claimed, and one more place opens a full order', async ({ world }) => {
  const secretary = world.as(await world.aSecretary())
  const order = await world.anOpenOrder({ places: 2 })
  for (const member of [await world.aMember(), await world.aMember()])
    await world.as(member).post(`/orders/${order.id}/claims`)
  const full = (await secretary.get(`/orders/${order.id}`)).as(OrderView)
  expect(full).toMatchObject({ state: 'claimed', placesTaken: 2 })
  expect((await secretary.patch(`/orders/${order.id}`, { places: 1 }, { version: full.version })).code).toBe(
    'order.places_taken',
  )
  expect(
    (await secretary.patch(`/orders/${order.id}`, { places: 3 }, { version: full.version })).as(OrderView).state,
  ).toBe('open')
})

test('a discarded draft gives its needs back: the project leaves, the need does not', async ({ world }) => {
  const secretary = world.as(await world.aSecretary())
  const need = await world.aNeed({ organization: world.county.branches[0] })
  const order = (await secretary.post('/orders', { ...words(world), needIds: [need.id] })).as(OrderView)
  expect((await secretary.get(`/needs/${need.id}`)).as(NeedView).state).toBe('linked')
  expect((await secretary.post(`/orders/${order.id}/discard`, { reason: '重复建单' })).as(OrderView).state).toBe(
    'discarded',
  )
  expect((await secretary.get(`/needs/${need.id}`)).as(NeedView).state).toBe('received')
})

test('needs of another branch or county cannot be built from', async ({ world }) => {
  const secretary = world.as(await world.aSecretary())
  const far = await world.aNeed({ organization: world.county.farBranch })
  const foreign = await world.aNeed({ organization: (await world.otherCounty()).branches[0] })
  for (const { id } of [far, foreign]) {
    expect((await secretary.post('/orders', { ...words(world), needIds: [id] })).fields).toEqual({
      needIds: 'order.need_not_available',
    })
  }
})

test('one voice a person: seconding twice is refused', async ({ world }) => {
  const order = await world.anOpenOrder()
  const worker = world.as(await world.aWorker())
  expect((await worker.post(`/orders/${order.id}/seconds`)).as(OrderView)).toMatchObject({
    seconds: 1,
    secondedByMe: true,
  })
  expect((await worker.post(`/orders/${order.id}/seconds`)).code).toBe('second.already')
})

test('the words of a need are for those who triage it and for its requester, not for the whole county', async ({
  world,
}) => {
  const requester = await world.aWorker()
  const need = await world.aNeed({
    organization: world.county.branches[0],
    requesterPersonId: requester.id,
    body: '家中有难处',
  })
  const order = await world.anOpenOrder({ needs: [need] })
  const seen = async (person: Parameters<World['as']>[0]) =>
    (await world.as(person).get(`/orders/${order.id}`)).as(OrderView).needs[0]?.body
  expect(await seen(await world.aMember())).toBeNull()
  expect(await seen(requester)).toBe('家中有难处')
  expect(await seen(await world.aSecretary())).toBe('家中有难处')
})

test('the timeline tells the county what was rated and who took part for whom, not by whom', async ({ world }) => {
  const { branches, farBranch } = world.county
  const [requester, helper] = [await world.aMember(), await world.aMember()]
  const need = await world.aNeed({
    organization: branches[0],
    requesterPersonId: requester.id,
    requesterKind: 'member',
  })
  const order = await world.anOpenOrder({ needs: [need], places: 2 })
  const secretary = world.as(await world.aSecretary(farBranch))
  const claim = { organizationId: farBranch.id, participantIds: [helper.id] }
  const taken = (await secretary.post(`/orders/${order.id}/claims`, claim)).as(ClaimView)
  await world.as(helper).post(`/claims/${taken.id}/participation`, { answer: 'confirm' })
  await aDelivery(world, order.id, await world.aMember())
  const grades = { attitude: 1, speed: 1, result: 1 }
  const own = world.as(requester)
  expect((await own.put(`/needs/${need.id}/contact-consent`, { share: true })).status).toBe(204)
  expect((await own.post(`/needs/${need.id}/receipt-code`, { reason: '原来的丢了' })).status).toBe(200)
  const done = (await secretary.post(`/claims/${taken.id}/deliveries`, { words: '已讲完' })).as(DeliveryView)
  expect((await own.post(`/deliveries/${done.id}/answer`, { answer: 'partly', words: '还差一次' })).status).toBe(200)
  expect((await world.as(requester).post(`/orders/${order.id}/ratings`, grades)).status).toBe(201)
  const timeline = await world.as(await world.aMember({ organization: farBranch })).get(`/orders/${order.id}/events`)
  const whoOf = (kind: string) => timeline.as(EventPage).items.find((event) => event.kind === kind)?.who
  for (const kind of ['order.rated', 'need.contact_shared', 'need.receipt_replaced', 'delivery.answered'])
    expect(whoOf(kind)).toBeNull()
  expect(whoOf('claim.participant_confirmed')).toBe(farBranch.name)
  expect(JSON.stringify(timeline.body)).not.toContain(requester.alias)
})
