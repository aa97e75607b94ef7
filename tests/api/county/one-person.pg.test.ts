import { PersonView } from '@dj/shared/county/people/people.schema.ts'
import { expect } from 'vitest'
import { everyText } from '../../support/every-text.ts'
import { test } from '../../support/world.ts'

let count = 0
const newcomer = (more: object = {}) => ({
  ...{ alias: '向阳', name: '李明', kind: 'member', homeOrganizationId: null, username: `somebody${(count += 1)}` },
  ...more,
})
const document = '330382199001011237'

test('one telephone has one account, however it is written, suspended or not', async ({ world }) => {
  const admin = world.as(await world.anAdmin('system_admin'))
  const first = (await admin.post('/people', newcomer({ phone: '13800000001' }))).as(PersonView)
  for (const phone of ['13800000001', '+8613800000001', '8613800000001']) {
    const second = await admin.post('/people', newcomer({ phone }))
    expect([phone, second.status, second.fields]).toEqual([phone, 409, { phone: 'person.phone_taken' }])
  }
  await admin.patch(`/people/${first.id}`, { status: 'suspended' }, { version: 1 })
  expect((await admin.post('/people', newcomer({ phone: '13800000001' }))).code).toBe('person.phone_taken')
  const other = (await admin.post('/people', newcomer())).as(PersonView)
  const edited = await admin.patch(`/people/${other.id}`, { phone: '+8613800000001' }, { version: 1 })
  expect([edited.status, edited.fields]).toEqual([409, { phone: 'person.phone_taken' }])
  expect((await admin.patch(`/people/${first.id}`, { phone: '13800000001' }, { version: 2 })).status).toBe(200)
})

test('two at once with one telephone: one account', async ({ world }) => {
  const admin = world.as(await world.anAdmin('system_admin'))
  const rivals = await Promise.all([1, 2].map(() => admin.post('/people', newcomer({ phone: '13800000002' }))))
  expect(rivals.map(({ status }) => status).toSorted()).toEqual([201, 409])
  expect(rivals.find(({ status }) => status === 409)?.code).toBe('person.phone_taken')
})

test('people without a telephone, extensions of one office, and another county do not stand in each other’s way', async ({
  world,
}) => {
  const admin = world.as(await world.anAdmin('system_admin'))
  const far = world.as(await world.anAdmin('system_admin', { county: await world.otherCounty() }))
  const replies = [
    await admin.post('/people', newcomer()),
    await admin.post('/people', newcomer()),
    await admin.post('/people', newcomer({ phone: '0577-62881234-801' })),
    await admin.post('/people', newcomer({ phone: '0577-62881234-802' })),
    await admin.post('/people', newcomer({ phone: '13800000003' })),
    await far.post('/people', newcomer({ phone: '13800000003' })),
  ]
  expect(replies.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201, 201])
})

test('one document number has one account; it is kept as a hash and its last four digits', async ({ world }) => {
  const admin = world.as(await world.anAdmin('system_admin'))
  const first = (await admin.post('/people', newcomer({ documentNumber: document }))).as(PersonView)
  expect(first.documentLast4).toBe('1237')
  const second = await admin.post('/people', newcomer({ documentNumber: document }))
  expect([second.status, second.fields]).toEqual([409, { documentNumber: 'person.document_taken' }])
  const bad = await admin.post('/people', newcomer({ documentNumber: '330382199001011239' }))
  expect([bad.status, bad.fields]).toEqual([422, { documentNumber: 'person.document_invalid' }])
  expect(await everyText(world.url)).not.toContain(document)
  const seen = (await world.as(await world.anAdmin('security_admin')).get('/people')).body
  expect(JSON.stringify(seen)).not.toContain('1237')
})
