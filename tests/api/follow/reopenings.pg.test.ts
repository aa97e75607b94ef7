import { OrderView } from '@dj/shared/build/order/order.schema.ts'
import { RectificationView } from '@dj/shared/exit/rectification/rectification.schema.ts'
import { RetirementView } from '@dj/shared/exit/retirement/retirement.schema.ts'
import { AppealView } from '@dj/shared/follow/appeal/appeal.schema.ts'
import type { Verdict } from '@dj/shared/exit/verdict.ts'
import { SlipReport } from '@dj/shared/follow/finding/slip.schema.ts'
import { ReopeningList, ReopeningView } from '@dj/shared/follow/reopening/reopening.schema.ts'
import { ReceiptView } from '@dj/shared/meet/receipt/receipt.schema.ts'
import { WorkView } from '@dj/shared/meet/work/work.schema.ts'
import { must } from '@dj/shared/platform/assert.ts'
import { feedbackRecordTable } from '@dj/db/tables/build/feedback-record.table.ts'
import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { aFinding, uploadPhoto } from '../../support/findings.ts'
import { aCheck, aClosedOrder, inspect } from '../../support/inspected.ts'
import { stateOf } from '../../support/visits.ts'
import { type Client, type Person, test, type World } from '../../support/world.ts'

const reason = '现场无人，签到系补填'

/** A completed order against which an inspector has found something. */
async function questioned(world: World, verdict: Verdict, wish: Parameters<World['anOpenOrder']>[0] = {}) {
  const order = await aClosedOrder(world, wish)
  const { round, inspectors } = await aCheck(world, order)
  const findingId = await inspect(world, { round, order, inspector: inspectors[0] }, { effect: 'fair', verdict })
  const reader = world.as(await world.aSecretary())
  const { items } = (await reader.get(`/reopenings?orderId=${order.id}`)).as(ReopeningList)
  return { order, round, inspectors, findingId, reader, reopening: must(items[0], 'a reopening') }
}
const decide = (by: Client, { id }: { id: string }, decision: string) =>
  by.post(`/reopenings/${id}/decision`, { decision, reason })
const pageOf = async (by: Client, order: { id: string }) => (await by.get(`/orders/${order.id}`)).as(OrderView)
const recordsOf = async (world: World, order: { id: string }) =>
  (await world.deps.db.select().from(feedbackRecordTable).where(eq(feedbackRecordTable.orderId, order.id)))
    .toSorted((a, b) => a.cycle - b.cycle)
    .map(({ cycle, outcome }) => [cycle, outcome])

/** Every item answered, and looked at again by an inspector who found none of it. */
async function putRight(world: World, id: string, by: Client, inspector: Person) {
  const { items } = (await by.get(`/rectifications/${id}`)).as(RectificationView)
  for (const { item } of items) await by.post(`/rectifications/${id}/items`, { item, done: '已补办' })
  await by.post(`/rectifications/${id}/submission`)
  const look = { decision: 'pass', effect: 'good', words: '现场核实，已真实办理' }
  return world.as(inspector).post(`/rectifications/${id}/reinspection`, look)
}

describe('a completion that an inspection questions', () => {
  test('waits on the work list of those who decide, and reads as under review while the order stays closed', async ({
    world,
  }) => {
    const { order, inspectors, reader, reopening } = await questioned(world, 'propose_retirement')
    expect(reopening).toMatchObject({ state: 'proposed', asked: 'retire', cycle: 1, may: { decide: 'auth.forbidden' } })
    const page = await pageOf(reader, order)
    expect(page).toMatchObject({ state: 'closed', feedback: { outcome: 'solved', standing: 'under_review' } })
    const work = (await world.as(await world.aTownOrganizer()).get('/work')).as(WorkView)
    expect(work.items).toMatchObject([{ kind: 'order.reopen', orderId: order.id }])
    for (const person of [inspectors[0], await world.aSecretary(), await world.aTownOrganizer(world.county.towns[1])])
      expect((await decide(world.as(person), reopening, 'retire')).code).toBe('auth.forbidden')
    const stranger = world.as(await world.aCountyOrganizer({ county: await world.otherCounty() }))
    expect((await decide(stranger, reopening, 'retire')).code).toBe('not_found')
  })

  test('opened to retire: on notice by that decision, then final, with the earlier record kept beside the new', async ({
    world,
  }) => {
    const { order, reader, reopening } = await questioned(world, 'propose_retirement')
    const town = world.as(await world.aTownOrganizer())
    expect((await decide(town, reopening, 'retire')).as(ReopeningView)).toMatchObject({ state: 'retire' })
    const page = await pageOf(reader, order)
    expect(page).toMatchObject({ state: 'retiring', cycle: 2, feedback: { cycle: 1, standing: 'overturned' } })
    const { retirements } = await stateOf(world, order.id)
    const id = must(retirements[0], 'a retirement').id
    expect((await town.get(`/retirements/${id}`)).as(RetirementView)).toMatchObject({
      state: 'on_notice',
      evidence: 'finding',
    })
    const receipt = (await world.anonymous().get(`/receipts/${order.need.receiptCode}`)).as(ReceiptView)
    expect(receipt.timeline.map(({ kind }) => kind)).toContain('order.reopened')
    world.clock.advance({ days: 9 })
    expect((await town.post(`/retirements/${id}/finalisation`)).status).toBe(200)
    expect(await recordsOf(world, order)).toEqual([
      [1, 'solved'],
      [2, 'retired'],
    ])
  })

  test('opened to rectify: put right and looked at again, it closes once more with a record of its own', async ({
    world,
  }) => {
    const { order, inspectors, reader, reopening } = await questioned(world, 'rectify')
    const town = world.as(await world.aTownOrganizer())
    expect((await decide(town, reopening, 'retire')).fields).toEqual({ decision: 'reopening.not_asked' })
    expect((await decide(town, reopening, 'rectify')).status).toBe(200)
    expect(await pageOf(reader, order)).toMatchObject({ state: 'rectifying', cycle: 2 })
    const notice = must((await stateOf(world, order.id)).notices[0], 'a notice')
    expect((await putRight(world, notice.id, reader, inspectors[0])).code).toBe('rectification.same_inspector')
    expect((await putRight(world, notice.id, reader, inspectors[1])).status).toBe(200)
    const page = await pageOf(reader, order)
    expect(page).toMatchObject({ state: 'closed', feedback: { cycle: 2, outcome: 'rectified', standing: 'stands' } })
    expect(page.claims).toMatchObject([{ id: order.claim.id, state: 'completed', cycle: 1 }])
    expect(await recordsOf(world, order)).toEqual([
      [1, 'solved'],
      [2, 'rectified'],
    ])
  })

  test('kept, everything is as before; decided twice at once, once', async ({ world }) => {
    const { order, reader, reopening } = await questioned(world, 'rectify')
    const both = [world.as(await world.aTownOrganizer()), world.as(await world.aCountyOrganizer())]
    const replies = await Promise.all(both.map((each) => decide(each, reopening, 'keep')))
    expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 409])
    expect(replies.find(({ status }) => status === 409)?.code).toBe('reopening.not_proposed')
    expect(await pageOf(reader, order)).toMatchObject({ state: 'closed', cycle: 1, feedback: { standing: 'stands' } })
    expect(await stateOf(world, order.id)).toMatchObject({ notices: [], retirements: [] })
  })

  test('of a town order is decided at the county, and never by who typed in the slip', async ({ world }) => {
    const order = await aClosedOrder(world, { tier: 'B' })
    const { round, inspectors } = await aCheck(world, order)
    const [typist, other] = [await world.aCountyOrganizer(), await world.aCountyOrganizer()]
    await enterSlip(world, { typist, round, order, inspector: inspectors[0] })
    const desk = world.as(typist)
    const { items } = (await desk.get('/reopenings?state=proposed')).as(ReopeningList)
    const reopening = must(items[0], 'a reopening')
    expect((await decide(world.as(await world.aTownOrganizer()), reopening, 'rectify')).code).toBe('auth.forbidden')
    expect(reopening.may.decide).toBe('reopening.second_person_needed')
    expect((await decide(desk, reopening, 'rectify')).code).toBe('reopening.second_person_needed')
    expect((await decide(world.as(other), reopening, 'rectify')).status).toBe(200)
  })
})

async function enterSlip(
  world: World,
  slip: { typist: Person; round: { id: string }; order: { id: string }; inspector: Person },
) {
  const client = world.as(slip.typist)
  const finding = { ...aFinding({ effect: 'fair', verdict: 'rectify' }), attachmentIds: [await uploadPhoto(client)] }
  const typed = { ...finding, orderId: slip.order.id, inspectorId: slip.inspector.id }
  expect((await client.post(`/rounds/${slip.round.id}/slips`, { slips: [typed] })).as(SlipReport).stored).toBe(1)
}

describe('what rests on a finding', () => {
  test('two findings ask together: the stricter counts, and neither inspector looks again', async ({ world }) => {
    const { order, round, inspectors, reader, reopening } = await questioned(world, 'rectify')
    await inspect(world, { round, order, inspector: inspectors[1] }, { effect: 'fair', verdict: 'propose_retirement' })
    const { items } = (await reader.get(`/reopenings?orderId=${order.id}`)).as(ReopeningList)
    expect(items).toMatchObject([{ id: reopening.id, asked: 'retire' }])
    expect((await decide(world.as(await world.aTownOrganizer()), reopening, 'rectify')).status).toBe(200)
    const notice = must((await stateOf(world, order.id)).notices[0], 'a notice')
    for (const inspector of inspectors)
      expect((await putRight(world, notice.id, reader, inspector)).code).toBe('rectification.same_inspector')
  })

  const moments: [when: string, decided: boolean][] = [
    ['before a decision, the question is dropped', false],
    ['after it, the notice falls and the order is complete as before', true],
  ]
  test.for(moments)('cleared on appeal %s', async ([, decided], { world }) => {
    const { order, findingId, reader, reopening } = await questioned(world, 'rectify')
    if (decided) await decide(world.as(await world.aTownOrganizer()), reopening, 'rectify')
    const subject = { subject: 'finding', subjectId: findingId, reason: '签到表在另一本台账' }
    const appeal = (await reader.post('/appeals', subject)).as(AppealView)
    const change = { decision: 'change', verdict: 'pass', reason: '经核对属实' }
    const third = world.as(await world.aCountyOrganizer())
    expect((await third.post(`/appeals/${appeal.id}/decision`, change)).status).toBe(200)
    const page = await pageOf(reader, order)
    expect(page).toMatchObject({ state: 'closed', cycle: 1, feedback: { outcome: 'solved', standing: 'stands' } })
    const { items } = (await reader.get(`/reopenings?orderId=${order.id}`)).as(ReopeningList)
    expect(items).toMatchObject([{ state: 'withdrawn' }])
  })
})
