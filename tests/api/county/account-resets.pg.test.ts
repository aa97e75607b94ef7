import { OwnResets, ResetAsked, ResetList } from '@dj/shared/county/people/account.schema.ts'
import { WorkView } from '@dj/shared/meet/work/work.schema.ts'
import { must } from '@dj/shared/platform/assert.ts'
import { expect } from 'vitest'
import { type Person, test, type World } from '../../support/world.ts'

const password = 'correct horse battery'
const chosen = 'staple of my own choice'
const ask = (world: World, by: Person, whose: { id: string }, reason = '来电，忘记密码') =>
  world.as(by).post(`/people/${whose.id}/resets`, { reason })
const confirm = (world: World, by: Person, id: string) => world.as(by).post(`/resets/${id}/confirmation`)
const open = (world: World, username: string, code: string | null | undefined) =>
  world.anonymous().post('/account', { username, code, password: chosen }, { key: null })
const signIn = (world: World, username: string, word = password) =>
  world.anonymous().post('/session', { username, password: word }, { key: null })

const three = async (world: World) => ({
  system: await world.anAdmin('system_admin', { alias: '系统管理员' }),
  security: await world.anAdmin('security_admin', { alias: '安全管理员' }),
  audit: await world.anAdmin('audit_admin', { alias: '审计管理员' }),
})
const workOf = async (world: World, person: Person) =>
  (await world.as(person).get('/work')).as(WorkView).items.map(({ kind, title }) => `${kind} ${title}`)

test('whoever holds a role is reset by two administrators: until the second confirms nothing has changed', async ({
  world,
}) => {
  const { system, security } = await three(world)
  const organizer = await world.aCountyOrganizer({ username: 'county1', password, alias: '组织部甲' })
  const asked = await ask(world, system, organizer)
  expect([asked.status, asked.as(ResetAsked).slip]).toEqual([201, null])
  const { id } = asked.as(ResetAsked)
  expect((await signIn(world, 'county1')).status).toBe(200)
  expect((await world.as(organizer).get('/session')).status).toBe(200)
  expect((await confirm(world, system, id)).code).toBe('account.second_admin_needed')
  expect(await workOf(world, security)).toEqual(['account.confirm 组织部甲'])
  expect(await workOf(world, system)).toEqual([])
  const confirmed = await confirm(world, security, id)
  expect(confirmed.status).toBe(200)
  expect((await world.as(organizer).get('/session')).status).toBe(401)
  expect((await signIn(world, 'county1')).status).toBe(401)
  const code = must(confirmed.as(ResetAsked).slip?.code, 'a code')
  expect((await open(world, 'county1', code)).status).toBe(200)
  expect((await confirm(world, security, id)).code).toBe('account.reset_not_waiting')
})

test('two confirm at once: one code exists', async ({ world }) => {
  const { system, security } = await three(world)
  const other = await world.anAdmin('security_admin')
  const organizer = await world.aCountyOrganizer({ username: 'county1', password })
  const { id } = (await ask(world, system, organizer)).as(ResetAsked)
  const replies = await Promise.all([security, other].map((by) => confirm(world, by, id)))
  expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 409])
})

test('a locked-out administrator is helped by the two others, and by nobody alone', async ({ world }) => {
  const { system, security, audit } = await three(world)
  const { id } = (await ask(world, security, system)).as(ResetAsked)
  expect((await confirm(world, security, id)).code).toBe('account.second_admin_needed')
  expect((await confirm(world, system, id)).code).toBe('account.not_oneself')
  expect(await workOf(world, audit)).toEqual(['account.confirm 系统管理员'])
  expect((await confirm(world, audit, id)).as(ResetAsked).slip?.code).toMatch(/^[\w]{4}-[\w]{4}-[\w]{4}$/)
  const member = await world.aMember()
  expect((await ask(world, security, member)).code).toBe('account.for_admins_only')
  expect((await ask(world, security, security)).code).toBe('account.not_oneself')
  expect((await ask(world, audit, member)).code).toBe('auth.forbidden')
})

test('the audit administrator is no second for anybody but an administrator', async ({ world }) => {
  const { audit } = await three(world)
  const system = await world.anAdmin('system_admin')
  const organizer = await world.aCountyOrganizer()
  const { id } = (await ask(world, system, organizer)).as(ResetAsked)
  expect((await confirm(world, audit, id)).code).toBe('account.for_admins_only')
  expect(await workOf(world, audit)).toEqual([])
})

test('a request waits once, can be withdrawn, and lapses after 72 hours', async ({ world }) => {
  const { system, security } = await three(world)
  const organizer = await world.aCountyOrganizer()
  const first = (await ask(world, system, organizer)).as(ResetAsked)
  expect((await ask(world, system, organizer)).code).toBe('account.reset_waiting')
  const listed = (await world.as(security).get('/resets')).as(ResetList).items
  expect(listed).toMatchObject([{ id: first.id, state: 'asked', reason: '来电，忘记密码', mayConfirm: null }])
  expect((await world.as(system).post(`/resets/${first.id}/withdrawal`)).status).toBe(200)
  expect((await confirm(world, security, first.id)).code).toBe('account.reset_not_waiting')
  const second = (await ask(world, system, organizer)).as(ResetAsked)
  world.clock.advance({ seconds: 72 * 3_600 })
  expect((await confirm(world, security, second.id)).code).toBe('account.reset_lapsed')
  const states = (await world.as(security).get('/resets')).as(ResetList).items.map(({ state }) => state)
  expect(states).toEqual(['lapsed', 'withdrawn'])
  expect((await ask(world, system, organizer)).status).toBe(201)
})

test('a lost slip of an account nobody has opened yet needs no second', async ({ world }) => {
  const { system } = await three(world)
  const newcomer = { alias: '新来的', name: '王芳', kind: 'member', homeOrganizationId: null, username: 'wang.fang' }
  const added = (await world.as(system).post('/people', newcomer)).body as { id: string; version: number }
  const security = await world.anAdmin('security_admin')
  const grant = { personId: added.id, role: 'county_organizer', organizationId: world.county.root.id }
  expect((await world.as(security).post('/grants', grant)).status).toBe(201)
  const again = (await ask(world, system, added, '凭条丢失')).as(ResetAsked)
  expect((await open(world, 'wang.fang', again.slip?.code)).status).toBe(200)
  expect((await ask(world, system, added)).as(ResetAsked).slip).toBeNull()
})

test('the owner and the security administrator are told of every reset, until they say they know', async ({
  world,
}) => {
  const { system, security } = await three(world)
  const member = await world.aMember({ username: 'li.ming', password, alias: '向阳' })
  const { id, slip } = (await ask(world, system, member)).as(ResetAsked)
  expect(await workOf(world, security)).toEqual(['account.reset_told 向阳'])
  await open(world, 'li.ming', slip?.code)
  const again = await signIn(world, 'li.ming', chosen)
  const headers = { cookie: again.headers.get('set-cookie')?.split(';')[0] ?? '' }
  const own = (await world.anonymous().get('/account/resets', { headers })).as(OwnResets)
  expect(own.items).toMatchObject([{ id, state: 'used', askedBy: '系统管理员', told: false, reason: '来电，忘记密码' }])
  const work = (await world.anonymous().get('/work', { headers })).as(WorkView)
  expect(work.items.map(({ kind }) => kind)).toEqual(['account.reset_own'])
  await world.anonymous().post(`/resets/${id}/acknowledgement`, {}, { headers })
  expect((await world.anonymous().get('/account/resets', { headers })).as(OwnResets).items[0]?.told).toBe(true)
  expect((await world.anonymous().get('/work', { headers })).as(WorkView).items).toEqual([])
  expect(await workOf(world, security)).toEqual(['account.reset_told 向阳'])
  await world.as(security).post(`/resets/${id}/acknowledgement`)
  expect(await workOf(world, security)).toEqual([])
  const stranger = await world.as(await world.aMember()).post(`/resets/${id}/acknowledgement`)
  expect([stranger.status, stranger.code]).toEqual([404, 'not_found'])
})
