import { DeliveryView } from '@dj/shared/build/order/order.schema.ts'
import { ClaimView } from '@dj/shared/claim/claim/claim.schema.ts'
import { ContactView, NeedReceipt, ReceiptReplaced } from '@dj/shared/collect/need/need.schema.ts'
import { FlagList } from '@dj/shared/follow/rating/flag.schema.ts'
import { ReceiptView } from '@dj/shared/meet/receipt/receipt.schema.ts'
import { describe, expect } from 'vitest'
import { type Client, type Person, test, type World } from '../../support/world.ts'

/** The mark that a browser keeps from a sign-in, whatever it calls itself. */
const marked = (letter: string) => ({
  headers: { cookie: `dj.device=${letter.repeat(22)}`, 'user-agent': 'One browser' },
})
const [phone, office] = [marked('p'), marked('o')]
const call = {
  channel: 'hotline',
  body: '夜班多睡不好，希望请心理咨询师坐班',
  category: 'care',
  requesterName: '演示厂',
}
const good = { attitude: 5, speed: 5, result: 5 }

/** A call filed by the hotline, built and claimed by others, said to be done. */
async function aCalledIn(world: World) {
  const operator = await world.anOperator()
  const contact = { phone: '0577-62000001' }
  const organizationId = world.county.branches[0].id
  const filed = await world.as(operator).post('/needs', { ...call, organizationId, contact }, office)
  const { need, receiptCode } = filed.as(NeedReceipt)
  const order = await world.anOpenOrder({ needs: [need] })
  const doer = await world.aMember({ organization: world.county.farBranch })
  const claim = (await world.as(doer).post(`/orders/${order.id}/claims`)).as(ClaimView)
  const done = await world.as(doer).post(`/claims/${claim.id}/deliveries`, { words: '自称办好' })
  return { operator, need, receiptCode, order, doer, delivery: done.as(DeliveryView) }
}

const answer = (client: Client, delivery: { id: string }, body: object, from = phone) =>
  client.post(`/deliveries/${delivery.id}/answer`, { answer: 'solved', ...body }, from)
const rate = (client: Client, order: { id: string }, body: object, from = phone) =>
  client.post(`/orders/${order.id}/ratings`, { ...good, ...body }, from)
const reveal = (world: World, person: Person, need: { id: string }, from = office) =>
  world.as(person).post(`/needs/${need.id}/contact`, { reason: '电话回访进展' }, from)
const replace = (world: World, person: Person, need: { id: string }, from = office) =>
  world.as(person).post(`/needs/${need.id}/receipt-code`, { reason: '来电核对身份后补发' }, from)

describe('nobody speaks for the requester', () => {
  test('a look at the contact shows no code to anybody, and no code is kept in clear', async ({ world }) => {
    const { need, receiptCode } = await aCalledIn(world)
    for (const person of [await world.anOperator(), await world.aCountyOrganizer(), await world.aSecretary()]) {
      const seen = (await reveal(world, person, need)).as(ContactView)
      expect(seen).toEqual({ name: null, phone: '0577-62000001', phoneWords: null })
      const views = [await world.as(person).get(`/needs/${need.id}`), await world.as(person).get('/needs')]
      expect(JSON.stringify(views.map(({ body }) => body))).not.toContain(receiptCode)
    }
    const rows = await world.deps.db.execute('select n::text from need n union all select e::text from event e')
    expect(rows.length).toBeGreaterThan(3)
    expect(JSON.stringify(rows)).not.toContain(receiptCode)
  })

  test('the device that took the call in answers and rates nothing with the code it was told', async ({ world }) => {
    const { receiptCode, delivery, order } = await aCalledIn(world)
    const nobody = world.anonymous()
    expect((await answer(nobody, delivery, { receiptCode }, office)).code).toBe('receipt.device_saw')
    expect((await rate(nobody, order, { receiptCode }, office)).code).toBe('receipt.device_saw')
    expect((await answer(nobody, delivery, { receiptCode })).status).toBe(200)
    expect((await rate(nobody, order, { receiptCode })).status).toBe(201)
  })

  test('the device on which a contact was looked up neither answers nor rates', async ({ world }) => {
    const { need, receiptCode, delivery, order } = await aCalledIn(world)
    const tablet = marked('t')
    await reveal(world, await world.aTownOrganizer(), need, tablet)
    expect((await answer(world.anonymous(), delivery, { receiptCode }, tablet)).code).toBe('receipt.device_saw')
    expect((await rate(world.anonymous(), order, { receiptCode }, tablet)).code).toBe('receipt.device_saw')
  })

  test('whoever took it in, looked or handled the order does not use the code while signed in', async ({ world }) => {
    const { operator, need, receiptCode, delivery, order, doer } = await aCalledIn(world)
    const looked = await world.aTownOrganizer()
    await reveal(world, looked, need)
    for (const person of [operator, looked, doer]) {
      expect((await answer(world.as(person), delivery, { receiptCode })).code).toBe('receipt.not_requester')
      expect((await rate(world.as(person), order, { receiptCode })).code).toBe('receipt.not_requester')
    }
  })

  test('a code that a doer was told answers nothing from anywhere, until a new one replaces it', async ({ world }) => {
    const roles = [{ role: 'operator' as const, organization: world.county.root }]
    const doer = await world.aPerson({ home: world.county.farBranch, roles })
    const filed = await world.as(doer).post('/needs', call, office)
    const { need, receiptCode } = filed.as(NeedReceipt)
    const order = await world.anOpenOrder({ needs: [need] })
    const claim = (await world.as(doer).post(`/orders/${order.id}/claims`)).as(ClaimView)
    const done = await world.as(doer).post(`/claims/${claim.id}/deliveries`, { words: '自称办好' })
    const delivery = done.as(DeliveryView)
    expect((await answer(world.anonymous(), delivery, { receiptCode })).code).toBe('receipt.seen_by_doer')
    expect((await replace(world, doer, need)).code).toBe('receipt.for_neutral')
    const fresh = (await replace(world, await world.anOperator(), need)).as(ReceiptReplaced)
    expect((await answer(world.anonymous(), delivery, { receiptCode })).code).toBe('not_found')
    expect((await answer(world.anonymous(), delivery, fresh)).status).toBe(200)
  })
})

describe('a lost code', () => {
  test('is replaced: the old one is dead, the timeline says so without the code', async ({ world }) => {
    const { need, receiptCode: old, order } = await aCalledIn(world)
    const operator = await world.anOperator()
    const { receiptCode } = (await replace(world, operator, need)).as(ReceiptReplaced)
    expect(receiptCode).not.toBe(old)
    expect((await world.anonymous().get(`/receipts/${old}`)).code).toBe('receipt.unknown')
    const receipt = (await world.anonymous().get(`/receipts/${receiptCode}`)).as(ReceiptView)
    expect(receipt.timeline.map(({ kind }) => kind)).toContain('need.receipt_replaced')
    const events = await world.as(operator).get(`/orders/${order.id}/events`)
    expect(JSON.stringify(events.body)).toContain('need.receipt_replaced')
    const kept = await world.deps.db.execute('select e::text from event e union all select i::text from idempotency i')
    expect(JSON.stringify(kept)).not.toContain(receiptCode)
    expect((await world.as(operator).post(`/needs/${need.id}/receipt-code`, {})).fields).toEqual({
      reason: 'field.required',
    })
  })

  test('is not read out to whoever handled an order of the need or may claim for an organization', async ({
    world,
  }) => {
    const { need } = await aCalledIn(world)
    const author = await world.aCountyOrganizer()
    await world.anOpenOrder({ needs: [need], authorId: author.id })
    const lead = await world.aPerson({
      roles: [
        { role: 'operator', organization: world.county.root },
        { role: 'secretary', organization: world.county.branches[0] },
      ],
    })
    for (const person of [author, lead]) expect((await replace(world, person, need)).code).toBe('receipt.for_neutral')
  })

  test('is made anew by the requester in their own account', async ({ world }) => {
    const worker = await world.aWorker({ organization: world.county.branches[0] })
    const { need } = (await world.as(worker).post('/needs', { body: call.body, category: 'care' })).as(NeedReceipt)
    const { receiptCode } = (await replace(world, worker, need)).as(ReceiptReplaced)
    expect((await world.anonymous().get(`/receipts/${receiptCode}`)).status).toBe(200)
    expect((await replace(world, await world.aWorker(), need)).code).toBe('not_found')
  })
})

describe('an answer by telephone', () => {
  test('is entered by somebody who did not handle the order, and says who entered it', async ({ world }) => {
    const { delivery, order } = await aCalledIn(world)
    const author = await world.anOperator()
    const [mine] = [await world.anOperator()]
    await world.deps.withTx(world.county.id, (tx) =>
      tx.execute(`update demand_order set publisher_id = '${author.id}' where id = '${order.id}'`),
    )
    const told = { telephone: true, words: '还差两次课' }
    expect((await answer(world.as(author), delivery, told, office)).code).toBe('delivery.entered_by_handler')
    const stored = await answer(world.as(mine), delivery, told, office)
    expect(stored.as(DeliveryView)).toMatchObject({ answerVia: 'telephone', answerEnteredBy: mine.alias })
  })
})

describe('a code used soon after a look', () => {
  test('is shown to the county as a pattern, answers and ratings together', async ({ world }) => {
    const { need, receiptCode, delivery, order } = await aCalledIn(world)
    world.clock.advance({ hours: 3 })
    await reveal(world, await world.anOperator(), need)
    world.clock.advance({ minutes: 12 })
    await answer(world.anonymous(), delivery, { receiptCode })
    await rate(world.anonymous(), order, { receiptCode })
    const lead = await world.aCountyOrganizer()
    const { items } = (await world.as(lead).get('/flags')).as(FlagList)
    expect(items).toMatchObject([{ kind: 'soon_after_look', n: 2, orders: [{ id: order.id }], ratingIds: [{}] }])
  })

  test('later than the county’s minutes is none', async ({ world }) => {
    const { need, receiptCode, delivery } = await aCalledIn(world)
    await reveal(world, await world.anOperator(), need)
    world.clock.advance({ minutes: 31 })
    expect((await answer(world.anonymous(), delivery, { receiptCode })).status).toBe(200)
    const { items } = (await world.as(await world.aCountyOrganizer()).get('/flags')).as(FlagList)
    expect(items).toEqual([])
  })
})

describe('a code in other hands', () => {
  /** A need the branch's own secretary took in, built, and another member says is done. */
  async function aTranscribed(world: World) {
    const secretary = await world.aSecretary()
    const filed = (await world.as(secretary).post('/needs', { ...call, channel: 'station' })).as(NeedReceipt)
    return { secretary, ...filed }
  }

  test('who may claim for others is told no code, not even at intake; the hotline has a new one', async ({ world }) => {
    const { secretary, need, receiptCode } = await aTranscribed(world)
    expect(receiptCode).toBeNull()
    const form = { body: call.body, category: 'care', requesterKind: 'worker', requesterName: '一名骑手' }
    const openly = await world.as(secretary).post('/counties/330382/needs', form)
    expect(openly.as(NeedReceipt).receiptCode).toBeNull()
    expect((await replace(world, await world.anOperator(), need)).as(ReceiptReplaced).receiptCode).toMatch(/^330382-/)
  })

  test('a code told to whoever then wrote the order or leads its owner answers nothing', async ({ world }) => {
    const town = await world.aTownOrganizer()
    const filed = (await world.as(town).post('/needs', { ...call, channel: 'scout' })).as(NeedReceipt)
    const order = await world.anOpenOrder({ needs: [filed.need], authorId: town.id })
    const doer = await world.aMember({ organization: world.county.farBranch })
    const claim = (await world.as(doer).post(`/orders/${order.id}/claims`)).as(ClaimView)
    const done = await world.as(doer).post(`/claims/${claim.id}/deliveries`, { words: '自称办好' })
    const { receiptCode } = filed
    expect((await answer(world.anonymous(), done.as(DeliveryView), { receiptCode })).code).toBe('receipt.seen_by_doer')
    expect((await rate(world.anonymous(), order, { receiptCode })).code).toBe('receipt.seen_by_doer')
  })

  test('a voice that joined when the work was under way rates it, and does not say whether it is solved', async ({
    world,
  }) => {
    const { need, delivery, order } = await aCalledIn(world)
    world.clock.advance({ minutes: 5 })
    const form = { body: '也盼心理咨询师来坐班', category: 'care', requesterKind: 'worker', requesterName: '一名骑手' }
    const late = (await world.anonymous().post('/counties/330382/needs', form)).as(NeedReceipt)
    const merged = await world
      .as(await world.aCountyOrganizer())
      .post(`/needs/${late.need.id}/merge`, { intoId: need.id })
    expect(merged.status).toBe(200)
    const { receiptCode } = late
    expect((await answer(world.anonymous(), delivery, { receiptCode })).code).toBe('delivery.joined_later')
    expect((await rate(world.anonymous(), order, { receiptCode })).status).toBe(201)
  })

  test('a clerk at the telephone who leads the owner is no neutral ear', async ({ world }) => {
    const { delivery } = await aCalledIn(world)
    const [branch] = world.county.branches
    const roles = [
      { role: 'secretary' as const, organization: branch },
      { role: 'operator' as const, organization: world.county.root },
    ]
    const lead = await world.aPerson({ home: branch, roles })
    const told = { telephone: true }
    expect((await answer(world.as(lead), delivery, told)).code).toBe('delivery.entered_by_handler')
    expect((await answer(world.as(await world.anOperator()), delivery, told)).status).toBe(200)
  })

  test('whoever was told the code agrees to nothing in the requester’s name, before a claim either', async ({
    world,
  }) => {
    const operator = await world.anOperator()
    const contact = { name: '陈国强', phone: '13800001234' }
    const filed = (await world.as(operator).post('/needs', { ...call, contact }, office)).as(NeedReceipt)
    const share = (client: Client, from = phone) =>
      client.put(`/receipts/${filed.receiptCode}/contact-consent`, { share: true }, from)
    expect((await share(world.as(operator), office)).code).toBe('receipt.not_requester')
    expect((await share(world.anonymous(), office)).code).toBe('receipt.device_saw')
    expect((await share(world.anonymous())).status).toBe(204)
  })
})
