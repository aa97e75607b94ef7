import { SettingsView } from '@dj/shared/county/settings/settings.schema.ts'
import { expect } from 'vitest'
import { test, type World } from '../../support/world.ts'

const read = async (world: World, who: Parameters<World['as']>[0]) =>
  (await world.as(who).get('/settings')).as(SettingsView)

test('a county begins with the defaults, version 1, for everyone to read', async ({ world }) => {
  const view = await read(world, await world.aWorker())
  expect([view.version, view.changedBy, view.note]).toEqual([1, null, null])
  expect([view.settings.claim.perMember, view.settings.light.redSilentDays]).toEqual([3, 30])
})

test('the county organizer changes them: a new version, with a note and who it was', async ({ world }) => {
  const organizer = await world.aCountyOrganizer({ alias: '组织部甲' })
  const { settings } = await read(world, organizer)
  const body = { settings: { ...settings, claim: { ...settings.claim, perMember: 2 } }, note: '年底集中攻坚' }
  const reply = await world.as(organizer).put('/settings', body, { version: 1 })
  expect(reply.status).toBe(200)
  expect(reply.as(SettingsView)).toMatchObject({ version: 2, changedBy: '组织部甲', note: '年底集中攻坚' })
  expect((await read(world, organizer)).settings.claim.perMember).toBe(2)
  const log = await world.as(await world.anAdmin('audit_admin')).get('/log?kind=settings.changed')
  expect(log.body).toMatchObject({ items: [{ by: organizer.id, data: { version: 2 } }] })
})

test('a round that would draw nothing cannot be set', async ({ world }) => {
  const organizer = await world.aCountyOrganizer()
  const { settings } = await read(world, organizer)
  const round = { ...settings.round, rate: 0, minimum: 0 }
  const reply = await world
    .as(organizer)
    .put('/settings', { settings: { ...settings, round }, note: '停抽' }, { version: 1 })
  expect([reply.status, reply.fields]).toEqual([422, { 'settings.round.minimum': 'settings.round_draws_nothing' }])
  const drawing = { ...round, minimum: 1 }
  const body = { settings: { ...settings, round: drawing }, note: '每镇街一项' }
  expect((await world.as(organizer).put('/settings', body, { version: 1 })).status).toBe(200)
})

test('two change them at once: one saves, the other is told to look again', async ({ world }) => {
  const organizers = [await world.aCountyOrganizer(), await world.aCountyOrganizer()]
  const { settings } = await read(world, await world.aMember())
  const replies = await Promise.all(
    organizers.map((each) => world.as(each).put('/settings', { settings, note: '同时修改' }, { version: 1 })),
  )
  expect(replies.map((reply) => reply.status).toSorted()).toEqual([200, 412])
  const late = await world
    .as(await world.aCountyOrganizer())
    .put('/settings', { settings, note: '旧版' }, { version: 1 })
  expect(late.code).toBe('request.stale_version')
})

test('a category that a need or an order carries stays; an unused one may go', async ({ world }) => {
  const organizer = await world.aCountyOrganizer()
  await world.aNeed({ category: 'care' })
  await world.anOpenOrder({ category: 'culture' })
  const { settings } = await read(world, organizer)
  const without = (code: string) => ({
    settings: { ...settings, categories: settings.categories.filter((category) => category.code !== code) },
    note: '精简类别',
  })
  for (const code of ['care', 'culture']) {
    const reply = await world.as(organizer).put('/settings', without(code), { version: 1 })
    expect([reply.status, reply.fields]).toEqual([409, { 'settings.categories': 'settings.category_in_use' }])
  }
  expect((await world.as(organizer).put('/settings', without('marriage'), { version: 1 })).status).toBe(200)
})

test('only the county organizer of this county changes them, and only its own', async ({ world }) => {
  const { settings } = await read(world, await world.aMember())
  const body = { settings, note: '尝试修改' }
  const others = [
    await world.anAdmin('system_admin'),
    await world.anAdmin('security_admin'),
    await world.aTownOrganizer(),
    await world.aSecretary(),
  ]
  for (const other of others)
    expect((await world.as(other).put('/settings', body, { version: 1 })).code).toBe('auth.forbidden')
  const far = await world.otherCounty()
  const stranger = await world.aCountyOrganizer({ county: far })
  expect((await world.as(stranger).put('/settings', body, { version: 1 })).status).toBe(200)
  expect((await read(world, await world.aMember())).version).toBe(1)
})

test('every mistake is named at its field', async ({ world }) => {
  const organizer = world.as(await world.aCountyOrganizer())
  const { settings } = await read(world, await world.aMember())
  const bad = {
    settings: { ...settings, claim: { ...settings.claim, perMember: 0, perCat: 1 }, categories: [] },
    note: '',
  }
  const reply = await organizer.put('/settings', bad, { version: 1 })
  expect(reply.status).toBe(422)
  expect(Object.keys(reply.fields).toSorted()).toEqual([
    'note',
    'settings.categories',
    'settings.claim.perCat',
    'settings.claim.perMember',
  ])
  const [first] = settings.categories
  const twice = { settings: { ...settings, categories: [first, ...settings.categories] }, note: '重复类别' }
  expect((await organizer.put('/settings', twice, { version: 1 })).fields).toEqual({
    'settings.categories': 'settings.category_twice',
  })
})
