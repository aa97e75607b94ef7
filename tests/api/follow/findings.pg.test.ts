import { newId } from '@dj/api/platform/deps.ts'
import { sweepPhotos } from '@dj/api/platform/attachments/sweep-photos.ts'
import { insertContacts } from '@dj/db/queries/collect/needs.ts'
import { orderTable } from '@dj/db/tables/build/order.table.ts'
import { assignmentTable } from '@dj/db/tables/follow/target.table.ts'
import { eventTable } from '@dj/db/tables/platform/event.table.ts'
import { must } from '@dj/shared/platform/assert.ts'
import { FindingView, InspectionList } from '@dj/shared/follow/finding/finding.schema.ts'
import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { z } from 'zod'
import { aFinding, uploadPhoto } from '../../support/findings.ts'
import { aRunningRound } from '../../support/rounds.ts'
import { anAnswer, aVisit, stateOf, submit, visitAt } from '../../support/visits.ts'
import { type Person, test } from '../../support/world.ts'

const Findings = z.object({ items: z.array(FindingView) })

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
    expect(list.items[0]?.said.map(({ kind, answer }) => [kind, answer])).toEqual([
      ['delivery', null],
      ['answer', 'not'],
    ])
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
    const put = (body: object) => client.put(`${visitAt(round, order)}/draft`, body)
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
    const put = (body: object) => client.put(`${visitAt(round, order)}/draft`, body)
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

  test('shows its photos to inspectors and to those it concerns, and to nobody else of the county', async ({
    world,
  }) => {
    const { order, round, client, photo } = await aVisit(world)
    await client.put(`${visitAt(round, order)}/draft`, aFinding({ attachmentIds: [photo] }))
    const seenBy = async (person: Person) => (await world.as(person).get(`/attachments/${photo}`)).status
    expect(await seenBy(await world.aMember({ organization: world.county.farBranch }))).toBe(404)
    expect(await seenBy(await world.aWorker())).toBe(404)
    expect(await seenBy(await world.aSecretary())).toBe(200)
    expect((await client.get(`/attachments/${photo}`)).status).toBe(200)
  })

  test('is shown to nobody else, and the order does not tell that it was drawn', async ({ world }) => {
    const { order, round, client } = await aVisit(world)
    expect((await client.put(`${visitAt(round, order)}/draft`, aFinding())).status).toBe(200)
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
    expect((await client.put(`${visitAt(round, order)}/draft`, { ...final, baseVersion: 1 })).code).toBe(
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

  test('whoever was not satisfied is called back first, by a number shown while a call is due and logged', async ({
    world,
  }) => {
    const need = await world.aNeed()
    const other = await world.aNeed()
    const { inspector, order, round, client, photo } = await aVisit(world, { needs: [need] })
    await world.deps.withTx(world.county.id, (tx) =>
      insertContacts(tx, [{ countyId: world.county.id, needId: need.id, name: '陈国强', phone: '13800001234' }]),
    )
    const reveal = (needId: string, who = client) =>
      who.post(`${visitAt(round, order)}/needs/${needId}/contact`, { reason: '不满意实名回访' })
    const listed = async () => (await client.get('/inspections')).as(InspectionList).items[0]
    expect((await listed())?.callees).toEqual([])
    expect((await reveal(need.id)).code).toBe('inspection.no_call_due')
    await anAnswer(world, order.id, 'partly')
    expect((await listed())?.callees).toMatchObject([{ needId: need.id }])
    expect((await reveal(other.id)).code).toBe('not_found')
    expect((await reveal(need.id, world.as(await world.anInspector()))).code).toBe('inspection.not_assigned')
    expect((await reveal(need.id)).body).toEqual({ name: '陈国强', phone: '13800001234', phoneWords: null })
    const looks = await world.deps.db.select().from(eventTable).where(eq(eventTable.needId, need.id))
    expect(looks.filter(({ kind }) => kind === 'need.contact_revealed')).toMatchObject([
      { by: inspector.id, orderId: null, data: { reason: '不满意实名回访' } },
    ])
    for (let n = 1; n < 30; n += 1) expect((await reveal(need.id)).status).toBe(200)
    expect((await reveal(need.id)).code).toBe('rate_limited')
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
    expect((await rival.put(`${visitAt(round, order)}/draft`, final)).code).toBe('inspection.not_assigned')
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
})
