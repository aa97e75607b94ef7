import { NeedPage, NeedReceipt, NeedView } from '@dj/shared/collect/need/need.schema.ts'
import { AttachmentView } from '@dj/shared/platform/attachment.schema.ts'
import { expect } from 'vitest'
import { newId } from '@dj/api/platform/deps.ts'
import { must } from '@dj/shared/platform/assert.ts'
import { aPhoto } from '../../support/photos.ts'
import type { Person } from '../../support/people.ts'
import { test } from '../../support/world.ts'

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

test('photos go with a need, and are shown to whoever handles it and not to those who only joined it', async ({
  world,
}) => {
  const worker = world.as(await world.aWorker())
  const { id: photo } = (await worker.upload('/attachments', { file: new File([aPhoto()], '现场.jpg') })).as(
    AttachmentView,
  )
  const { need } = (await worker.post('/needs', { ...night, attachmentIds: [photo] })).as(NeedReceipt)
  expect(need.photos).toEqual([photo])
  const desk = world.as(await world.aTownOrganizer())
  expect((await desk.get(`/needs/${need.id}`)).as(NeedView).photos).toEqual([photo])
  expect((await desk.get(`/attachments/${photo}`)).status).toBe(200)
  const neighbour = world.as(await world.aWorker())
  await neighbour.post(`/needs/${need.id}/seconds`, {})
  expect((await neighbour.get(`/needs/${need.id}`)).as(NeedView).photos).toEqual([])
  expect((await neighbour.get(`/attachments/${photo}`)).status).toBe(404)
  const again = await worker.post('/needs', { ...night, body: '另一件', attachmentIds: [photo] })
  expect([again.status, again.code]).toEqual([422, 'attachment.unknown'])
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

test('in a year without a calendar no deadline is guessed, and the need is taken in', async ({ world }) => {
  world.clock.set('2031-05-06T02:00:00Z')
  const filed = await world.as(await world.aWorker()).post('/needs', night)
  expect(filed.as(NeedReceipt).need.respondBy).toBeNull()
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

test('a need that nobody took in has a first receiver: the nearest desk, whoever has fewest waiting', async ({
  world,
}) => {
  const { branches, towns } = world.county
  const holderOf = async (who: Person, body = night) => {
    const { need } = (await world.as(who).post('/needs', body)).as(NeedReceipt)
    return need.holder?.id ?? null
  }
  const openly = async (townId?: string) => {
    const opinion = { ...night, requesterKind: 'worker', requesterName: '一名骑手', ...(townId && { townId }) }
    const { need } = (await world.anonymous().post('/counties/330382/needs', opinion)).as(NeedReceipt)
    return need.holder?.id ?? null
  }
  const worker = await world.aWorker({ organization: branches[0] })
  expect(await holderOf(worker)).toBeNull()
  const county = await world.aCountyOrganizer()
  const town = await world.aTownOrganizer(towns[0])
  expect(await holderOf(worker)).toBe(town.id)
  const desks = [await world.aSecretary(branches[0]), await world.aSecretary(branches[0])]
  const held = [await holderOf(worker), await holderOf(worker)]
  expect(held.toSorted()).toEqual(desks.map(({ id }) => id).toSorted())
  const [first] = desks
  expect(await holderOf(must(first, 'a desk'))).toBe(desks[1]?.id)
  expect([await openly(towns[0].id), await openly(towns[1].id), await openly()]).toEqual([
    town.id,
    county.id,
    county.id,
  ])
})
