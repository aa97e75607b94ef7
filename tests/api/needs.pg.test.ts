import { ContactView, NeedPage, NeedReceipt, NeedView } from '@dj/shared/need/need.schema.ts'
import { expect } from 'vitest'
import { newId } from '@dj/api/deps.ts'
import { test, type World } from '../support/world.ts'

const night = { body: '夜班多睡不好，希望请心理咨询师坐班半天', category: 'care' }

test('a worker raises a need: it keeps who asked, waits for an answer by a working day, and gets a receipt', async ({
  world,
}) => {
  const worker = await world.aWorker()
  const reply = await world.as(worker).post('/needs', { ...night, contact: { name: '陈国强', phone: '13800000101' } })
  expect(reply.status).toBe(201)
  const { need, receiptCode } = reply.as(NeedReceipt)
  expect(receiptCode).toMatch(/^330382-[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}$/)
  expect(need).toMatchObject({
    state: 'received',
    channel: 'self_service',
    requesterKind: 'worker',
    requesterName: worker.alias,
    mine: true,
    organization: { id: world.county.enterprise.id },
    town: { name: '城东街道' },
    urgency: 'normal',
    contact: {
      name: '陈**',
      phone: '138****0101',
    },
    holder: null,
    orders: [],
    seconds: 0,
    receivedAt: '2026-11-18T02:00:00.000Z',
    respondBy: '2026-11-20T16:00:00.000Z',
  })
  expect((await world.as(worker).get(`/needs/${need.id}`)).as(NeedView)).toEqual(need)
})

test('a second click with the same key files one need and tells the same receipt', async ({ world }) => {
  const worker = world.as(await world.aWorker())
  const [first, second] = await Promise.all([1, 2].map(() => worker.post('/needs', night, { key: 'the-same-click' })))
  expect(second?.body).toEqual(first?.body)
  expect((await worker.get('/needs')).as(NeedPage)).toMatchObject({ total: 1 })
  const other = await worker.post('/needs', { ...night, body: '换一条需求' }, { key: 'the-same-click' })
  expect(other.code).toBe('request.key_reused')
})

test('whoever records a need for somebody takes it in and stays responsible', async ({ world }) => {
  const operator = await world.anOperator()
  const call = { ...night, channel: 'hotline', requesterKind: 'worker', organizationId: world.county.enterprise.id }
  const { need } = (await world.as(operator).post('/needs', call)).as(NeedReceipt)
  expect(need).toMatchObject({ channel: 'hotline', requesterName: '未具名', mine: false, holder: { id: operator.id } })
  const secretary = world.as(await world.aSecretary())
  const noted = (await secretary.post('/needs', { ...night, channel: 'symposium' })).as(NeedReceipt).need
  expect(noted).toMatchObject({ organization: { id: world.county.branches[0].id }, mine: false })
  const firm = { ...night, requesterKind: 'enterprise', organizationId: world.county.enterprise.id }
  const town = world.as(await world.aTownOrganizer())
  expect((await town.post('/needs', firm)).as(NeedReceipt).need.requesterName).toBe('正德电气有限公司')
})

test('a member speaks for nobody else, a desk for nobody outside its reach', async ({ world }) => {
  const member = world.as(await world.aMember())
  const foreign = { ...night, organizationId: world.county.farBranch.id }
  for (const more of [{ channel: 'hotline' }, { requesterName: '李四' }, { requesterKind: 'enterprise' }, foreign]) {
    expect((await member.post('/needs', { ...night, ...more })).code).toBe('auth.forbidden')
  }
  expect((await world.as(await world.aSecretary()).post('/needs', foreign)).code).toBe('auth.forbidden')
  expect((await world.as(await world.aTownOrganizer()).post('/needs', foreign)).code).toBe('auth.forbidden')
  expect((await world.as(await world.anAdmin('system_admin')).post('/needs', night)).code).toBe('auth.forbidden')
})

test('every wrong field is named with what to do', async ({ world }) => {
  const worker = world.as(await world.aWorker())
  const wrong = await worker.post('/needs', {
    body: '',
    category: 'care',
    urgency: 'soon',
    state: 'linked',
    __proto: 1,
  })
  expect(wrong.status).toBe(422)
  expect(wrong.fields).toMatchObject({
    body: 'field.required',
    urgency: 'field.not_offered',
    state: 'field.unknown',
    __proto: 'field.unknown',
  })
  expect((await worker.post('/needs', { ...night, body: '夜班\u202E' })).fields).toEqual({
    body: 'field.control_characters',
  })
  expect((await worker.post('/needs', { ...night, category: 'gardening' })).fields).toEqual({
    category: 'need.category_unknown',
  })
  const elsewhere = (await world.otherCounty()).enterprise.id
  const unknown = { ...night, organizationId: elsewhere }
  expect((await world.as(await world.anOperator()).post('/needs', unknown)).fields).toEqual({
    organizationId: 'need.organization_unknown',
  })
  expect((await world.anonymous().post('/needs', night)).code).toBe('auth.required')
})

test('in a year without a calendar no deadline is guessed', async ({ world }) => {
  world.clock.set('2031-05-06T02:00:00Z')
  expect((await world.as(await world.aWorker()).post('/needs', night)).code).toBe('calendar.year_missing')
})

test('a need is seen by its requester and the desks above it, and by nobody else', async ({ world }) => {
  const requester = await world.aWorker({ organization: world.county.branches[0] })
  const need = await world.aNeed({ organization: world.county.branches[0], requesterPersonId: requester.id })
  const path = `/needs/${need.id}`
  const seen = [requester, await world.aSecretary(), await world.aTownOrganizer(), await world.aCountyOrganizer()]
  for (const person of [...seen, await world.anOperator(), await world.aScout()]) {
    expect((await world.as(person).get(path)).status).toBe(200)
  }
  const far = await world.aTownOrganizer(world.county.towns[1])
  const other = await world.aCountyOrganizer({ county: await world.otherCounty() })
  for (const person of [await world.aMember(), await world.aSecretary(world.county.branches[1]), far, other]) {
    const hidden = await world.as(person).get(path)
    const missing = await world.as(person).get(`/needs/${newId()}`)
    expect([hidden.status, hidden.code]).toEqual([404, 'not_found'])
    expect({ ...asRecord(hidden.body), requestId: '' }).toEqual({ ...asRecord(missing.body), requestId: '' })
  }
})

const asRecord = (body: unknown) => Object.fromEntries(Object.entries(Object(body)))

test('a need of no known place is the county’s', async ({ world }) => {
  const need = await world.aNeed({ organizationId: null, townId: null })
  expect((await world.as(await world.aCountyOrganizer()).get(`/needs/${need.id}`)).status).toBe(200)
  expect((await world.as(await world.aTownOrganizer()).get(`/needs/${need.id}`)).status).toBe(404)
})

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
  expect(seen).toMatchObject({ seconds: 1, secondedByMe: true, mine: false, requesterName: '陈**', contact: null })
  expect((await world.as(requester).post(path)).code).toBe('need.own')
  await world.as(await world.aTownOrganizer()).post(`/needs/${need.id}/answer`, { answer: '已办' })
  expect((await world.as(await world.aMember()).post(path)).code).toBe('need.not_open')
  const abroad = await world.aMember({ county: await world.otherCounty() })
  expect((await world.as(abroad).post(path)).code).toBe('not_found')
})

test('a contact is shown for a reason, to a desk that handles the need, and each look is logged', async ({ world }) => {
  const worker = world.as(await world.aWorker({ organization: world.county.branches[0] }))
  const contact = { name: '陈国强', phone: '0577-62000001' }
  const { need, receiptCode } = (await worker.post('/needs', { ...night, contact })).as(NeedReceipt)
  const desk = await world.aSecretary()
  const look = (body: object) => world.as(desk).post(`/needs/${need.id}/contact`, body)
  expect((await look({})).fields).toEqual({ reason: 'field.required' })
  expect((await look({ reason: '电话回访进展' })).as(ContactView)).toEqual({ ...contact, receiptCode })
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
