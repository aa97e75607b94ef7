import { AccountAdded, ResetAsked } from '@dj/shared/county/people/account.schema.ts'
import { SessionView } from '@dj/shared/county/people/session.schema.ts'
import { must } from '@dj/shared/platform/assert.ts'
import { expect } from 'vitest'
import { everyText } from '../../support/every-text.ts'
import { type Person, test, type World } from '../../support/world.ts'

const password = 'correct horse battery'
const chosen = 'staple of my own choice'
const newcomer = (more: object = {}) => ({
  ...{ alias: '向阳', name: '李明', kind: 'member', homeOrganizationId: null, username: 'li.ming' },
  ...more,
})

/** The cookie a browser would keep, as it would send it back. */
const cookieIn = (headers: Headers): string => headers.get('set-cookie')?.split(';')[0] ?? ''

const added = async (world: World, more: object = {}) => {
  const reply = await world.as(await world.anAdmin('system_admin')).post('/people', newcomer(more))
  return { ...reply.as(AccountAdded), code: must(reply.as(AccountAdded).slip.code, 'a code') }
}
const open = (world: World, input: object) =>
  world.anonymous().post('/account', { username: 'li.ming', password: chosen, ...input }, { key: null })
const signIn = (world: World, word: string, username = 'li.ming') =>
  world.anonymous().post('/session', { username, password: word }, { key: null })
const reset = async (world: World, whose: Person, by?: Person) => {
  const admin = world.as(by ?? (await world.anAdmin('system_admin')))
  return admin.post(`/people/${whose.id}/resets`, { reason: '忘记密码' })
}

test('no administrator types a password, for a new account or an old one', async ({ world }) => {
  const admin = world.as(await world.anAdmin('system_admin'))
  const member = await world.aMember({ username: 'wang.fang', password })
  const patched = await admin.patch(`/people/${member.id}`, { password: 'another long one' }, { version: 1 })
  expect([patched.status, patched.fields]).toEqual([422, { password: 'field.unknown' }])
  expect((await signIn(world, password, 'wang.fang')).status).toBe(200)
  const posted = await admin.post('/people', newcomer({ password }))
  expect([posted.status, posted.fields]).toEqual([422, { password: 'field.unknown' }])
})

test('a new account waits for its owner, who chooses the password with the code and is signed in', async ({
  world,
}) => {
  const { code, slip } = await added(world)
  expect(slip).toMatchObject({ kind: 'opening', username: 'li.ming', alias: '向阳', name: '李明' })
  expect(Date.parse(slip.expiresAt) - world.clock.now().getTime()).toBe(72 * 3_600_000)
  expect((await signIn(world, code)).code).toBe('auth.wrong_credentials')
  const reply = await open(world, { code: code.toLowerCase().replaceAll('-', ' ') })
  expect(reply.status).toBe(200)
  expect(reply.as(SessionView).account.username).toBe('li.ming')
  const headers = { cookie: cookieIn(reply.headers) }
  expect((await world.anonymous().get('/session', { headers })).status).toBe(200)
  expect((await signIn(world, chosen)).status).toBe(200)
})

test('a password that anybody would try soon is refused at its field, and uses nothing up', async ({ world }) => {
  const { code } = await added(world)
  const weak = await open(world, { code, password: 'li.ming2026' })
  expect([weak.status, weak.code, weak.fields]).toEqual([422, 'account.password_weak', { password: weak.code }])
  expect((await open(world, { code })).status).toBe(200)
  const member = await world.aMember({ username: 'wang.fang', password })
  const change = { oldPassword: password, newPassword: '1234567890' }
  const changed = await world.as(member).post('/account/password', change, { key: null })
  expect([changed.code, changed.fields]).toEqual(['account.password_weak', { newPassword: changed.code }])
  expect((await signIn(world, password, 'wang.fang')).status).toBe(200)
})

test('a code works once, for its own account, and for 72 hours', async ({ world }) => {
  const { code } = await added(world)
  const other = await added(world, { username: 'wang.fang' })
  expect((await open(world, { code: other.code })).code).toBe('account.code_wrong')
  expect((await open(world, { code })).status).toBe(200)
  expect((await open(world, { code, password: 'a thief chooses this' })).code).toBe('account.code_wrong')
  expect((await signIn(world, chosen)).status).toBe(200)
  world.clock.advance({ seconds: 72 * 3_600 })
  expect((await open(world, { username: 'wang.fang', code: other.code })).code).toBe('account.code_wrong')
})

test('two use one code at once: one password is set', async ({ world }) => {
  const { code } = await added(world)
  const words = ['the first of the two', 'the second of the two']
  const replies = await Promise.all(words.map((word) => open(world, { code, password: word })))
  expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 401])
  const signedIn = await Promise.all(words.map(async (word) => (await signIn(world, word)).status))
  expect(signedIn.toSorted()).toEqual([200, 401])
})

test('an unknown name, a name without a code and a wrong code are told apart by nothing', async ({ world }) => {
  await added(world)
  await world.aMember({ username: 'known', password })
  const attempts = ['nobody', 'known', 'li.ming'].map((username) => open(world, { username, code: 'AAAABBBBCCCC' }))
  const replies = await Promise.all(attempts)
  const strip = (body: unknown) => JSON.stringify({ ...Object(body), requestId: '' })
  expect(replies.map(({ status, code }) => `${status} ${code}`)).toEqual(attempts.map(() => '401 account.code_wrong'))
  expect(new Set(replies.map(({ body }) => strip(body))).size).toBe(1)
})

test('an unknown name costs what a name with a code costs', async ({ world }) => {
  await added(world)
  const cost = async (username: string) => {
    const before = process.cpuUsage()
    await open(world, { username, code: 'AAAABBBBCCCC' })
    const { user, system } = process.cpuUsage(before)
    return user + system
  }
  const least = async (username: string) => Math.min(await cost(username), await cost(username), await cost(username))
  const [known, unknown] = [await least('li.ming'), await least('nobody')]
  expect(unknown).toBeGreaterThan(known / 2)
})

test('codes are not guessed: after five failures even the right one waits', async ({ world }) => {
  const { code } = await added(world)
  for (let i = 0; i < 5; i += 1) await open(world, { code: 'AAAABBBBCCCC' })
  const stopped = await open(world, { code })
  expect([stopped.status, stopped.code]).toEqual([429, 'auth.too_many_attempts'])
  world.clock.advance({ seconds: 10 })
  expect((await open(world, { code })).status).toBe(200)
})

test('a code is shown once and kept nowhere in the clear', async ({ world }) => {
  const admin = world.as(await world.anAdmin('system_admin'))
  const first = await admin.post('/people', newcomer(), { key: 'add-li-ming' })
  const again = await admin.post('/people', newcomer(), { key: 'add-li-ming' })
  const code = must(first.as(AccountAdded).slip.code, 'a code')
  expect(again.as(AccountAdded).slip.code).toBeNull()
  expect(again.as(AccountAdded).id).toBe(first.as(AccountAdded).id)
  const stored = await everyText(world.url)
  expect(stored).toContain('li.ming')
  expect(stored).not.toContain(code)
  expect(stored).not.toContain(code.replaceAll('-', ''))
})

test('a reset ends every session and the old password at once, and the newest code is the only one', async ({
  world,
}) => {
  const member = await world.aMember({ username: 'li.ming', password })
  const first = (await reset(world, member)).as(ResetAsked).slip
  expect((await world.as(member).get('/session')).status).toBe(401)
  expect((await signIn(world, password)).code).toBe('auth.wrong_credentials')
  const second = (await reset(world, member)).as(ResetAsked).slip
  expect((await open(world, { code: first?.code })).code).toBe('account.code_wrong')
  expect((await open(world, { code: second?.code })).status).toBe(200)
  expect((await signIn(world, chosen)).status).toBe(200)
})

test('no session opened with the old password while a reset came in between outlives it', async ({ world }) => {
  const member = await world.aMember({ username: 'li.ming', password })
  const signing = Array.from({ length: 12 }, () => signIn(world, password))
  const done = reset(world, member)
  const opened = (await Promise.all(signing)).filter(({ status }) => status === 200)
  expect((await done).status).toBe(201)
  for (const { headers } of opened) {
    const cookies = headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '')
    const here = world.as({ ...member, cookie: cookies.join('; ') })
    expect((await here.get('/session')).status).toBe(401)
  }
})

test('nobody takes back the reset of their own account', async ({ world }) => {
  const [one, two] = [await world.anAdmin('system_admin'), await world.anAdmin('system_admin', { password })]
  const asked = (await reset(world, two, one)).as(ResetAsked)
  const path = `/resets/${asked.id}/withdrawal`
  expect((await world.as(two).post(path)).code).toBe('account.not_oneself')
  expect((await world.as(one).post(path)).status).toBe(200)
})

test('who is suspended gets no code, and a code of before does not open', async ({ world }) => {
  const admin = world.as(await world.anAdmin('system_admin'))
  const { id, code } = await added(world)
  await admin.patch(`/people/${id}`, { status: 'suspended' }, { version: 1 })
  const refused = await admin.post(`/people/${id}/resets`, { reason: '忘记密码' })
  expect([refused.status, refused.code]).toEqual([409, 'account.not_active'])
  expect((await open(world, { code })).code).toBe('auth.suspended')
  await admin.patch(`/people/${id}`, { status: 'active' }, { version: 2 })
  expect((await open(world, { code })).status).toBe(200)
})

const change = (world: World, cookie: string, input: object) =>
  world.anonymous().post('/account/password', input, { key: null, headers: { cookie } })

test('everyone changes their own password with the old one: here one stays, elsewhere one is out', async ({
  world,
}) => {
  await world.aMember({ username: 'li.ming', password })
  const [phone, desk] = [
    cookieIn((await signIn(world, password)).headers),
    cookieIn((await signIn(world, password)).headers),
  ]
  const reply = await change(world, phone, { oldPassword: password, newPassword: chosen })
  expect(reply.status).toBe(200)
  const status = async (cookie: string) => (await world.anonymous().get('/session', { headers: { cookie } })).status
  expect([await status(cookieIn(reply.headers)), await status(phone), await status(desk)]).toEqual([200, 401, 401])
  expect([(await signIn(world, password)).status, (await signIn(world, chosen)).status]).toEqual([401, 200])
})

test('a wrong old password changes nothing and cannot be guessed at from an open session', async ({ world }) => {
  const member = await world.aMember({ username: 'li.ming', password })
  const attempt = (oldPassword: string, newPassword = chosen) =>
    change(world, member.cookie, { oldPassword, newPassword })
  const same = await attempt(password, password)
  expect([same.status, same.fields]).toEqual([422, { newPassword: 'account.password_same' }])
  expect((await attempt(password, 'short')).fields).toEqual({ newPassword: 'field.too_short' })
  for (let i = 0; i < 5; i += 1) {
    const wrong = await attempt('not the old one')
    expect([wrong.status, wrong.fields]).toEqual([422, { oldPassword: 'account.old_password_wrong' }])
  }
  expect((await attempt(password)).code).toBe('auth.too_many_attempts')
  world.clock.advance({ seconds: 10 })
  expect((await signIn(world, password)).status).toBe(200)
})

test('codes, openings and changes are in the log, without a code or a name', async ({ world }) => {
  const auditor = await world.anAdmin('audit_admin')
  const { id, code } = await added(world)
  const cookie = cookieIn((await open(world, { code })).headers)
  await change(world, cookie, { oldPassword: chosen, newPassword: password })
  const { body } = await world.as(auditor).get('/log?limit=5')
  const log = JSON.stringify(body)
  for (const kind of ['account.code_issued', 'account.opened', 'account.password_changed']) expect(log).toContain(kind)
  expect(log).toContain(id)
  expect(log).not.toMatch(new RegExp(`李明|${code}|${chosen}|${password}`))
})
