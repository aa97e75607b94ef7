import { ContactView, NeedReceipt, NeedView } from '@dj/shared/collect/need/need.schema.ts'
import { ReceiptView } from '@dj/shared/meet/receipt/receipt.schema.ts'
import { expect } from 'vitest'
import { test, type World } from '../../support/world.ts'

const night = { body: '夜班多睡不好，希望请心理咨询师坐班半天', category: 'care' }

test('an answer settles a need once; declining needs a reason; both make the desk its holder', async ({ world }) => {
  const desk = await world.aSecretary()
  const [first, second] = [await aNeedHere(world), await aNeedHere(world)]
  const answered = await world.as(desk).post(`/needs/${first.id}/answer`, { answer: '本周四起每周坐班半天' })
  expect(answered.as(NeedView)).toMatchObject({
    state: 'answered',
    holder: { id: desk.id },
    respondedAt: expect.any(String),
  })
  expect((await world.as(desk).post(`/needs/${first.id}/decline`, { reason: '重复' })).code).toBe('need.not_open')
  const declined = await world.as(desk).post(`/needs/${second.id}/decline`, { reason: '不属本县职责' })
  expect(declined.as(NeedView)).toMatchObject({ state: 'declined', declineReason: '不属本县职责' })
  expect((await world.as(desk).post(`/needs/${second.id}/decline`, {})).fields).toEqual({ reason: 'field.required' })
  expect((await world.as(await world.anOperator()).post(`/needs/${first.id}/answer`, { answer: '好的' })).code).toBe(
    'auth.forbidden',
  )
})

const aNeedHere = (world: World) => world.aNeed({ organization: world.county.branches[0] })

test('two desks answer at once: one answer stands, the other is told', async ({ world }) => {
  const need = await aNeedHere(world)
  const desks = [await world.aSecretary(), await world.aTownOrganizer()]
  const replies = await Promise.all(
    desks.map((desk) => world.as(desk).post(`/needs/${need.id}/answer`, { answer: '已安排' })),
  )
  expect(replies.map((reply) => reply.status).toSorted()).toEqual([200, 409])
})

test('a requester asks for a second look once, and the clock runs anew', async ({ world }) => {
  const requester = await world.aWorker()
  const need = await world.aNeed({ organization: world.county.branches[0], requesterPersonId: requester.id })
  const [mine, desk] = [world.as(requester), world.as(await world.aSecretary())]
  const reopen = () => mine.post(`/needs/${need.id}/reopen`, { reason: '还没有人来过' })
  expect((await reopen()).code).toBe('need.not_settled')
  await desk.post(`/needs/${need.id}/answer`, { answer: '已安排' })
  world.clock.advance({ days: 7 })
  expect((await world.as(await world.aMember()).post(`/needs/${need.id}/reopen`, { reason: '路过' })).code).toBe(
    'not_found',
  )
  const again = (await reopen()).as(NeedView)
  expect(again).toMatchObject({ state: 'received', reopened: true, reopenReason: '还没有人来过', respondedAt: null })
  expect(again.respondBy).toBe('2026-11-27T16:00:00.000Z')
  await desk.post(`/needs/${need.id}/decline`, { reason: '无法办理' })
  expect((await reopen()).code).toBe('need.reopened_before')
})

test('what was told before the second look is kept beside it, and no longer taken for the answer', async ({
  world,
}) => {
  const requester = await world.aWorker()
  const need = await world.aNeed({ organization: world.county.branches[0], requesterPersonId: requester.id })
  const desk = world.as(await world.aSecretary())
  await desk.post(`/needs/${need.id}/answer`, { answer: '本周安排' })
  await world.as(requester).post(`/needs/${need.id}/reopen`, { reason: '还没有人来过' })
  await desk.post(`/needs/${need.id}/decline`, { reason: '不属本县职责' })
  const told = { answer: null, declineReason: '不属本县职责' }
  expect((await desk.get(`/needs/${need.id}`)).as(NeedView)).toMatchObject({ ...told, earlierAnswer: '本周安排' })
  const receipt = (await world.anonymous().get(`/receipts/${need.receiptCode}`)).as(ReceiptView)
  expect(receipt).toMatchObject({ state: 'declined', ...told, mayReopen: false })
  expect(receipt.timeline.map(({ kind, data }) => [kind, data['earlierAnswer']])).toContainEqual([
    'need.reopened',
    '本周安排',
  ])
  const table = await world.as(await world.aTownOrganizer()).get('/needs/export?format=csv')
  const text = new TextDecoder().decode(table.body as Uint8Array)
  expect(text).toContain('不属本县职责')
  expect(text).not.toContain('本周安排')
})

test('without an account the second look is asked for by the receipt code, once, and not by whoever answered', async ({
  world,
}) => {
  const desk = await world.aSecretary()
  const need = await aNeedHere(world)
  const path = `/receipts/${need.receiptCode}/reopen`
  const reopen = (client = world.anonymous()) => client.post(path, { reason: '还没有人来过' })
  expect((await reopen()).code).toBe('need.not_settled')
  await world.as(desk).post(`/needs/${need.id}/answer`, { answer: '已安排' })
  const answered = (await world.anonymous().get(`/receipts/${need.receiptCode}`)).as(ReceiptView)
  expect(answered.mayReopen).toBe(true)
  expect((await reopen(world.as(desk))).code).toBe('receipt.not_requester')
  expect((await world.anonymous().post(path, { reason: '' })).fields).toEqual({ reason: 'field.required' })
  const both = await Promise.all([reopen(), reopen()])
  expect(both.map(({ status }) => status).toSorted()).toEqual([204, 409])
  expect((await world.as(desk).get(`/needs/${need.id}`)).as(NeedView)).toMatchObject({
    ...{ state: 'received', reopened: true, reopenReason: '还没有人来过', earlierAnswer: '已安排' },
  })
  await world.as(desk).post(`/needs/${need.id}/answer`, { answer: '已上门' })
  expect((await reopen()).code).toBe('need.reopened_before')
  expect((await world.anonymous().post('/receipts/330382-AAAA-AAAA/reopen', { reason: '试试' })).code).toBe(
    'receipt.unknown',
  )
})

test('only the requester may ask for a second look, not a desk that sees the need', async ({ world }) => {
  const need = await aNeedHere(world)
  const secretary = world.as(await world.aSecretary())
  await secretary.post(`/needs/${need.id}/answer`, { answer: '已安排' })
  expect((await secretary.post(`/needs/${need.id}/reopen`, { reason: '再看看' })).code).toBe('need.not_requester')
})

test('one voice a person: a need is seconded once, and never by its requester', async ({ world }) => {
  const requester = await world.aWorker()
  const need = await world.aNeed({ requesterPersonId: requester.id, requesterKind: 'worker', requesterName: '陈国强' })
  const member = world.as(await world.aMember())
  const path = `/needs/${need.id}/seconds`
  const both = await Promise.all([member.post(path), member.post(path)])
  expect(both.map(({ status, code }) => `${status} ${code ?? ''}`).toSorted()).toEqual(['201 ', '409 second.already'])
  const seen = (await member.get(`/needs/${need.id}`)).as(NeedView)
  expect(seen).toMatchObject({ seconds: 1, secondedByMe: true, mine: false, requesterName: null, contact: null })
  expect((await world.as(requester).post(path)).code).toBe('need.own')
  await world.as(await world.aTownOrganizer()).post(`/needs/${need.id}/answer`, { answer: '已办' })
  expect((await world.as(await world.aMember()).post(path)).code).toBe('need.not_open')
  const abroad = await world.aMember({ county: await world.otherCounty() })
  expect((await world.as(abroad).post(path)).code).toBe('not_found')
})

test('a contact is shown for a reason, to a desk that handles the need, and each look is logged', async ({ world }) => {
  const worker = world.as(await world.aWorker({ organization: world.county.branches[0] }))
  const contact = { name: '陈国强', phone: '0577-62000001' }
  const { need } = (await worker.post('/needs', { ...night, contact })).as(NeedReceipt)
  const desk = await world.aSecretary()
  const look = (body: object) => world.as(desk).post(`/needs/${need.id}/contact`, body)
  expect((await look({})).fields).toEqual({ reason: 'field.required' })
  expect((await look({ reason: '电话回访进展' })).as(ContactView)).toEqual({ ...contact, phoneWords: null })
  expect((await world.as(desk).get(`/needs/${need.id}`)).as(NeedView).contact).toEqual({
    name: '陈**',
    phone: '0577****0001',
  })
  const events = await world.deps.db.execute('select kind, by, data from event order by at, id')
  expect(events.at(-1)).toEqual({ kind: 'need.contact_revealed', by: desk.id, data: { reason: '电话回访进展' } })
  expect(JSON.stringify(events)).not.toContain('62000001')
  expect(JSON.stringify(await world.deps.db.execute('select body from idempotency'))).not.toContain('62000001')
  expect((await worker.post(`/needs/${need.id}/contact`, { reason: '看看自己的' })).code).toBe('auth.forbidden')
})
