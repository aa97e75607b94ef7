import { newId } from '@dj/api/deps.ts'
import { sweepPhotos } from '@dj/api/attachments/sweep-photos.ts'
import { insertClaim, insertDelivery } from '@dj/db/queries/claims.ts'
import { lockRound, updateRound } from '@dj/db/queries/rounds.ts'
import { findingTable, rectificationTable, retirementTable } from '@dj/db/tables/finding.table.ts'
import { orderTable } from '@dj/db/tables/order.table.ts'
import { assignmentTable, targetTable } from '@dj/db/tables/round.table.ts'
import { takePart } from '@dj/db/queries/orders.ts'
import { must } from '@dj/shared/assert.ts'
import { FindingView, InspectionList } from '@dj/shared/finding/finding.schema.ts'
import { SlipReport } from '@dj/shared/finding/slip.schema.ts'
import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { z } from 'zod'
import { aFinding, uploadPhoto } from '../support/findings.ts'
import { aRunningRound, type BuiltRound } from '../support/rounds.ts'
import { type Client, type Person, test, type World } from '../support/world.ts'

const Findings = z.object({ items: z.array(FindingView) })
const at = (round: BuiltRound, order: { id: string }) => `/inspections/${round.id}/${order.id}`

/** A running round with one order and its inspector, and what to write about it with a photo. */
async function aVisit(world: World, wish: Parameters<World['anOpenOrder']>[0] = {}) {
  const inspector = await world.anInspector()
  const order = await world.anOpenOrder(wish)
  const round = await aRunningRound(world, [{ order, inspectors: [inspector] }])
  const client = world.as(inspector)
  return { inspector, order, round, client, photo: await uploadPhoto(client) }
}
const submit = (client: Client, round: BuiltRound, order: { id: string }, finding: object, key?: string) =>
  client.post(`${at(round, order)}/finding`, finding, key === undefined ? {} : { key })

async function stateOf(world: World, orderId: string) {
  const [order] = await world.deps.db.select().from(orderTable).where(eq(orderTable.id, orderId))
  const { db } = world.deps
  return {
    order: order?.state,
    target: (await db.select().from(targetTable).where(eq(targetTable.orderId, orderId)))[0]?.state,
    notices: await db.select().from(rectificationTable).where(eq(rectificationTable.orderId, orderId)),
    retirements: await db.select().from(retirementTable).where(eq(retirementTable.orderId, orderId)),
    findings: await db.select().from(findingTable).where(eq(findingTable.orderId, orderId)),
  }
}

/** Somebody did the work and the requester answered so. */
async function anAnswer(world: World, orderId: string, answer: 'solved' | 'partly' | 'not', doer?: Person) {
  const { id: personId } = doer ?? (await world.aMember({ organization: world.county.farBranch }))
  const requester = await world.aMember({ organization: world.county.farBranch })
  const claimId = newId()
  await world.deps.withTx(world.county.id, async (tx, now) => {
    const ids = { countyId: world.county.id, orderId }
    await takePart(tx, { ...ids, personId, part: 'doer' })
    const period = { startedAt: now, dueAt: now, endedAt: now }
    const kind = { claimantKind: 'member' as const, organizationId: null, state: 'released' as const }
    await insertClaim(tx, { ...ids, ...kind, ...period, id: claimId, personId, cycle: 1, place: 1 })
    const answered = { answer, answerVia: 'signed_in' as const, answeredBy: requester.id, answeredAt: now }
    const done = { words: '已完成', deliveredBy: personId, deliveredAt: now }
    await insertDelivery(tx, { ...ids, id: newId(), claimId, ...done, ...answered })
  })
}

describe('the list', () => {
  test('shows what is assigned in running rounds with all that is needed offline, and to nobody else', async ({
    world,
  }) => {
    const { inspector, order, round, client } = await aVisit(world)
    await anAnswer(world, order.id, 'not')
    const list = (await client.get('/inspections')).as(InspectionList)
    expect(list.items).toHaveLength(1)
    expect(list.items[0]).toMatchObject({
      roundId: round.id,
      orderId: order.id,
      basis: 'sample',
      callBackDue: true,
      finding: null,
      locked: false,
      town: '城东街道',
    })
    expect(list.items[0]?.said.map(({ kind }) => kind)).toEqual(['delivery', 'answer'])
    expect(list.checklist.version).toBe(1)
    expect((await world.as(await world.anInspector()).get('/inspections')).as(InspectionList).items).toEqual([])
    await world.deps.withTx(world.county.id, (tx, now) =>
      tx
        .update(assignmentTable)
        .set({ endedAt: now, endReason: 'conflict' })
        .where(eq(assignmentTable.inspectorId, inspector.id)),
    )
    expect((await client.get('/inspections')).as(InspectionList).items).toEqual([])
  })
})

describe('a draft', () => {
  test('is kept, changed by version, and the same one sent again changes nothing', async ({ world }) => {
    const { order, round, client, photo } = await aVisit(world)
    const draft = aFinding({ attachmentIds: [], words: '' })
    const put = (body: object) => client.put(`${at(round, order)}/draft`, body)
    expect((await put({ ...draft, effect: null, verdict: null })).as(FindingView)).toMatchObject({
      version: 1,
      state: 'draft',
      effect: null,
    })
    expect((await put({ ...draft, effect: null, verdict: null })).as(FindingView).version).toBe(1)
    const next = { ...draft, words: '第二稿', baseVersion: 1, attachmentIds: [photo] }
    expect((await put(next)).as(FindingView)).toMatchObject({ version: 2, attachments: [photo] })
    world.clock.advance({ days: 2 })
    await sweepPhotos(world.deps, world.county.id)
    expect((await client.get('/inspections')).as(InspectionList).items[0]?.finding).toMatchObject({
      words: '第二稿',
      attachments: [photo],
    })
    expect((await put({ ...next, baseVersion: 2, attachmentIds: [] })).as(FindingView).attachments).toEqual([])
  })

  test('two devices wrote offline: the second is refused, nothing is overwritten, and the list shows what is stored', async ({
    world,
  }) => {
    const { order, round, client } = await aVisit(world)
    const put = (body: object) => client.put(`${at(round, order)}/draft`, body)
    const [phone, tablet] = [aFinding({ words: '手机' }), aFinding({ words: '平板' })]
    const replies = await Promise.all([put(phone), put(tablet)])
    expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 412])
    const stored = must((await client.get('/inspections')).as(InspectionList).items[0]?.finding, 'the draft')
    const [mine, other] = stored.words === '手机' ? [phone, tablet] : [tablet, phone]
    expect((await put({ ...mine, words: '旧版本上的修改' })).code).toBe('request.stale_version')
    expect((await put({ ...other, id: stored.id, baseVersion: stored.version })).as(FindingView)).toMatchObject({
      version: 2,
      words: other.words,
    })
  })

  test('is shown to nobody else, and the order does not tell that it was drawn', async ({ world }) => {
    const { order, round, client } = await aVisit(world)
    expect((await client.put(`${at(round, order)}/draft`, aFinding())).status).toBe(200)
    const county = world.as(await world.aCountyOrganizer())
    expect((await county.get(`/orders/${order.id}/findings`)).as(Findings).items).toEqual([])
    expect(JSON.stringify((await county.get(`/orders/${order.id}/events`)).body)).not.toContain('finding')
  })
})

describe('a final finding', () => {
  test('counts in its quarter, makes the target inspected and is read by the county without what was told in confidence', async ({
    world,
  }) => {
    const { order, round, client, photo } = await aVisit(world)
    const callBack = { called: true, satisfied: true, words: '电话回访满意' }
    const final = aFinding({ attachmentIds: [photo], callBack })
    const view = (await submit(client, round, order, final)).as(FindingView)
    expect(view).toMatchObject({ state: 'final', quarter: '2026Q4', late: false, attachments: [photo], version: 1 })
    expect(await stateOf(world, order.id)).toMatchObject({
      order: 'open',
      target: 'inspected',
      notices: [],
      retirements: [],
    })
    const far = world.as(await world.aMember({ organization: world.county.farBranch }))
    expect((await far.get(`/orders/${order.id}/findings`)).as(Findings).items).toMatchObject([
      { words: final.words, callBack: null, answers: {}, attachments: [] },
    ])
    const owner = world.as(await world.aSecretary())
    expect((await owner.get(`/orders/${order.id}/findings`)).as(Findings).items).toMatchObject([
      { callBack, attachments: [photo] },
    ])
    expect((await client.put(`${at(round, order)}/draft`, { ...final, baseVersion: 1 })).code).toBe(
      'finding.final_already',
    )
    const other = world.as(await world.aCountyOrganizer({ county: await world.otherCounty() }))
    expect((await other.get(`/orders/${order.id}/findings`)).status).toBe(404)
  })

  test('sent again by the offline queue, with the same key or another, is the same finding once', async ({ world }) => {
    const { order, round, client, photo } = await aVisit(world)
    const final = { ...aFinding({ effect: 'poor', verdict: 'rectify' }), attachmentIds: [photo] }
    const first = await Promise.all(
      [1, 2, 3].map((n) => submit(client, round, order, final, `queue-000${n > 1 ? 2 : 1}`)),
    )
    expect(first.map(({ status }) => status)).toEqual([201, 201, 201])
    for (const reply of first) expect(reply.body).toEqual(first[0]?.body)
    expect((await stateOf(world, order.id)).notices).toHaveLength(1)
    expect((await submit(client, round, order, { ...final, words: '另一结论' })).code).toBe('finding.final_already')
  })

  test('is refused while anything is missing, each with its field', async ({ world }) => {
    const { order, round, client, photo } = await aVisit(world)
    const whole = { ...aFinding(), attachmentIds: [photo] }
    const refused = async (change: object) => (await submit(client, round, order, { ...whole, ...change })).fields
    const { progress_real: _, ...less } = whole.answers
    expect(await refused({ answers: less })).toEqual({ 'answers.progress_real': 'finding.item_missing' })
    expect(await refused({ answers: { ...whole.answers, other: 1 } })).toEqual({
      'answers.other': 'checklist.unknown_item',
    })
    expect(await refused({ attachmentIds: [] })).toEqual({ 'answers.progress_real': 'finding.evidence_missing' })
    expect(await refused({ attachmentIds: [newId()] })).toEqual({ attachmentIds: 'attachment.unknown' })
    expect(await refused({ effect: 'poor' })).toEqual({ verdict: 'finding.verdict_mismatch' })
    expect(await refused({ checklistVersion: 9 })).toEqual({ checklistVersion: 'checklist.unknown_version' })
    expect(await refused({ words: '', extra: 1 })).toEqual({ words: 'field.required', extra: 'field.unknown' })
    expect(await refused({ baseVersion: 3 })).toEqual({ baseVersion: 'request.stale_version' })
    expect((await stateOf(world, order.id)).findings).toEqual([])
  })

  test('whoever was not satisfied is called back first', async ({ world }) => {
    const { order, round, client, photo } = await aVisit(world)
    await anAnswer(world, order.id, 'partly')
    const final = { ...aFinding(), attachmentIds: [photo] }
    expect((await submit(client, round, order, final)).fields).toEqual({ callBack: 'finding.call_back_missing' })
    world.clock.advance({ minutes: 1 })
    const called = { ...final, callBack: { called: true, satisfied: false, words: null } }
    expect((await submit(client, round, order, called)).status).toBe(201)
    expect((await client.get('/inspections')).as(InspectionList).items[0]).toMatchObject({
      callBackDue: false,
      locked: true,
    })
  })

  test('only the inspector it is assigned to writes it, and not with an interest that arose since', async ({
    world,
  }) => {
    const { inspector, order, round, client, photo } = await aVisit(world)
    const final = { ...aFinding(), attachmentIds: [photo] }
    const rival = world.as(await world.anInspector())
    expect((await submit(rival, round, order, final)).code).toBe('inspection.not_assigned')
    expect((await rival.put(`${at(round, order)}/draft`, final)).code).toBe('inspection.not_assigned')
    const elsewhere = world.as(await world.anInspector({ county: await world.otherCounty() }))
    expect((await submit(elsewhere, round, order, final)).status).toBe(404)
    await world.deps.withTx(world.county.id, (tx) =>
      tx.update(orderTable).set({ authorId: inspector.id }).where(eq(orderTable.id, order.id)),
    )
    expect((await submit(client, round, order, final)).code).toBe('inspection.conflict')
    expect((await submit(client, round, order, final)).code).toBe('inspection.not_assigned')
  })

  test('an order whose inspector has an interest by now goes to another of the round', async ({ world }) => {
    const [biased, free] = [await world.anInspector(), await world.anInspector()]
    const [order, other] = [await world.anOpenOrder({ authorId: biased.id }), await world.anOpenOrder()]
    const round = await aRunningRound(world, [
      { order, inspectors: [biased] },
      { order: other, inspectors: [free] },
    ])
    const client = world.as(biased)
    const final = { ...aFinding(), attachmentIds: [await uploadPhoto(client)] }
    expect((await submit(client, round, order, final)).code).toBe('inspection.conflict')
    const theirs = (await world.as(free).get('/inspections')).as(InspectionList).items.map(({ orderId }) => orderId)
    expect(theirs.toSorted()).toEqual([order.id, other.id].toSorted())
  })

  test('an A order is inspected when both inspectors have reported', async ({ world }) => {
    const inspectors = [await world.anInspector(), await world.anInspector()]
    const order = await world.anOpenOrder({ tier: 'A' })
    const round = await aRunningRound(world, [{ order, inspectors }])
    for (const [i, inspector] of inspectors.entries()) {
      const client = world.as(inspector)
      const final = { ...aFinding(), attachmentIds: [await uploadPhoto(client, 100 + i)] }
      expect((await submit(client, round, order, final)).status).toBe(201)
      expect((await stateOf(world, order.id)).target).toBe(i === 0 ? 'waiting' : 'inspected')
    }
  })
})

describe('what a verdict brings about', () => {
  test('rectify issues a numbered notice with the failed items, what was found about each, and the words', async ({
    world,
  }) => {
    const { inspector, order, round, client, photo } = await aVisit(world)
    const poor = { ...aFinding({ effect: 'poor', verdict: 'rectify', words: '台账缺失' }), attachmentIds: [photo] }
    const answers = { ...poor.answers, records_complete: false, records_gap: '签到表' }
    expect((await submit(client, round, order, { ...poor, answers })).status).toBe(201)
    const after = await stateOf(world, order.id)
    expect(after).toMatchObject({
      order: 'rectifying',
      notices: [{ findingId: poor.id, foundBy: inspector.id, state: 'issued' }],
    })
    const notice = await world.as(await world.aSecretary()).get(`/rectifications/${after.notices[0]?.id}`)
    expect(notice.body).toMatchObject({
      items: [{ words: '过程记录、签到和成果材料完整：否。签到表' }, { words: '台账缺失' }],
    })
  })

  test('propose retirement opens it with the finding as evidence; a closed order only keeps the record', async ({
    world,
  }) => {
    const inspector = await world.anInspector()
    const [live, over] = [await world.anOpenOrder(), await world.anOpenOrder({ state: 'retired' })]
    const round = await aRunningRound(
      world,
      [live, over].map((order) => ({ order, inspectors: [inspector] })),
    )
    const client = world.as(inspector)
    for (const order of [live, over]) {
      const final = {
        ...aFinding({ effect: 'poor', verdict: 'propose_retirement' }),
        attachmentIds: [await uploadPhoto(client)],
      }
      expect((await submit(client, round, order, final)).status).toBe(201)
    }
    expect(await stateOf(world, live.id)).toMatchObject({
      order: 'retiring',
      retirements: [{ evidence: 'finding', proposedBy: inspector.id }],
    })
    expect(await stateOf(world, over.id)).toMatchObject({
      order: 'retired',
      retirements: [],
      findings: [{ state: 'final' }],
    })
  })

  test('a second 差 within four quarters proposes retirement by itself', async ({ world }) => {
    const [first, second] = [await world.anInspector(), await world.anInspector()]
    const order = await world.anOpenOrder()
    const visit = async (inspector: Person) => {
      const round = await aRunningRound(world, [{ order, inspectors: [inspector] }])
      const client = world.as(inspector)
      const final = { ...aFinding({ effect: 'poor', verdict: 'rectify' }), attachmentIds: [await uploadPhoto(client)] }
      expect((await submit(client, round, order, final)).status).toBe(201)
    }
    await visit(first)
    expect((await stateOf(world, order.id)).order).toBe('rectifying')
    world.clock.set('2027-02-18T02:00:00Z')
    await visit(second)
    expect(await stateOf(world, order.id)).toMatchObject({
      order: 'retiring',
      retirements: [{ evidence: 'second_poor', proposedBy: null }],
    })
  })
})

describe('the end of the quarter', () => {
  test('a finding in the last instant of the quarter belongs to it, one an instant later to the next', async ({
    world,
  }) => {
    const inspector = await world.anInspector()
    const [last, next] = [await world.anOpenOrder(), await world.anOpenOrder()]
    const round = await aRunningRound(
      world,
      [last, next].map((order) => ({ order, inspectors: [inspector] })),
    )
    const client = world.as(inspector)
    const photos = [await uploadPhoto(client, 1), await uploadPhoto(client, 2)]
    // 23:59:59.999999 in Shanghai, as the clock's milliseconds hold it: floored, never rounded into the next quarter.
    world.clock.set(new Date(Math.floor(Date.parse('2026-12-31T16:00:00.000Z') - 0.001)))
    const kept = await submit(client, round, last, { ...aFinding(), attachmentIds: [photos[0]] })
    expect(kept.as(FindingView)).toMatchObject({ quarter: '2026Q4', late: false })
    world.clock.set('2026-12-31T16:00:00.000Z')
    const late = await submit(client, round, next, { ...aFinding(), attachmentIds: [photos[1]] })
    expect(late.as(FindingView)).toMatchObject({ quarter: '2027Q1', late: true })
  })

  test('a close racing a finding gives exactly one quarter', async ({ world }) => {
    for (let attempt = 0; attempt < 5; attempt += 1) {
      const { order, round, client, photo } = await aVisit(world)
      const close = world.deps.withTx(world.county.id, async (tx, now) => {
        await lockRound(tx, world.county.id, round.id)
        await updateRound(tx, world.county.id, round.id, { state: 'closed', closedAt: now })
      })
      const [reply] = await Promise.all([
        submit(client, round, order, { ...aFinding(), attachmentIds: [photo] }),
        close,
      ])
      const view = reply.as(FindingView)
      const target = (await stateOf(world, order.id)).target
      expect([view.quarter, view.late, target]).toEqual(
        view.late ? ['2027Q1', true, 'waiting'] : ['2026Q4', false, 'inspected'],
      )
      await world.deps.withTx(world.county.id, (tx) => updateRound(tx, world.county.id, round.id, { state: 'aborted' }))
    }
  })

  test('before the round runs nothing is taken', async ({ world }) => {
    const { order, round, client, photo } = await aVisit(world)
    await world.deps.withTx(world.county.id, (tx) => updateRound(tx, world.county.id, round.id, { state: 'drawn' }))
    expect((await submit(client, round, order, { ...aFinding(), attachmentIds: [photo] })).code).toBe(
      'round.not_running',
    )
  })
})

describe('paper slips', () => {
  test('are typed in for their inspectors, each answered on its own, and sent again change nothing', async ({
    world,
  }) => {
    const { inspector, order, round } = await aVisit(world)
    const organizer = await world.aCountyOrganizer()
    const client = world.as(organizer)
    const slip = {
      ...aFinding(),
      attachmentIds: [await uploadPhoto(client)],
      orderId: order.id,
      inspectorId: inspector.id,
    }
    const own = { id: aFinding().id, attachmentIds: [await uploadPhoto(client)] }
    const stranger = { ...slip, ...own, inspectorId: organizer.id }
    const enter = () => client.post(`/rounds/${round.id}/slips`, { slips: [stranger, slip] })
    for (const reply of [await enter(), await enter()]) {
      expect(reply.as(SlipReport)).toMatchObject({
        stored: 1,
        items: [
          { finding: null, refusal: { code: 'inspection.not_assigned' } },
          { finding: { inspector: { id: inspector.id }, enteredBy: organizer.alias }, refusal: null },
        ],
      })
    }
    expect((await stateOf(world, order.id)).findings).toHaveLength(1)
    const events = await client.get(`/orders/${order.id}/events`)
    expect(JSON.stringify(events.body)).toContain('"slip":true')
    expect((await client.post(`/rounds/${round.id}/slips`, { slips: [] })).fields).toEqual({ slips: 'field.too_small' })
    expect((await world.as(inspector).post(`/rounds/${round.id}/slips`, { slips: [slip] })).code).toBe('auth.forbidden')
  })
})
