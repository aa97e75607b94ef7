import { SessionView } from '@dj/shared/county/people/session.schema.ts'
import { SettingsView } from '@dj/shared/county/settings/settings.schema.ts'
import { expect, vi } from 'vitest'
import { cookieOf } from '@dj/api/platform/http/guard/session-cookie.ts'
import { administer } from '../../support/database.ts'
import { SECRET } from '../../support/open-app.ts'
import { type Client, test, type World } from '../../support/world.ts'

const password = 'correct horse battery'
const signIn = (client: Client, username: string, attempt = password) =>
  client.post('/session', { username, password: attempt }, { key: null })

/** The cookie a browser would keep, as it would send it back. */
const cookieIn = (headers: Headers): string => headers.get('set-cookie')?.split(';')[0] ?? ''

const withCookie = (world: World, cookie: string) => ({
  get: (path: string) => world.anonymous().get(path, { headers: { cookie } }),
  post: (path: string, body: unknown) => world.anonymous().post(path, body, { headers: { cookie } }),
  del: (path: string) => world.anonymous().del(path, { headers: { cookie } }),
})

test('somebody signed in sees who they are and for whom they act', async ({ world }) => {
  const secretary = await world.aSecretary()
  const reply = await world.as(secretary).get('/session')
  expect(reply.status).toBe(200)
  const session = reply.as(SessionView)
  expect(session.account.username).toBe(secretary.username)
  expect(session.county).toEqual({ id: '330382', name: '乐清市', demo: false })
  expect(session.roles.map(({ role, organizationName }) => [role, organizationName])).toEqual([
    ['member', '第一党支部'],
    ['secretary', '第一党支部'],
  ])
})

test('signing in opens a session whose cookie scripts cannot read and other sites do not send', async ({ world }) => {
  await world.aMember({ username: 'li.ming', password })
  const reply = await signIn(world.anonymous(), ' Li.Ming ')
  expect(reply.status).toBe(200)
  expect(reply.as(SessionView).account.username).toBe('li.ming')
  const attributes = (reply.headers.getSetCookie()[0] ?? '').split('; ').slice(1)
  expect(attributes).toEqual(expect.arrayContaining(['Path=/', 'HttpOnly', 'SameSite=Lax']))
  expect(attributes).not.toContain('Secure')
  const session = await withCookie(world, cookieIn(reply.headers)).get('/session')
  expect(session.as(SessionView).account.username).toBe('li.ming')
})

test('an unknown name and a wrong password are told apart by nothing', async ({ world }) => {
  await world.aMember({ username: 'known', password })
  const unknown = await signIn(world.anonymous(), 'nobody')
  const wrong = await signIn(world.anonymous(), 'known', 'not this one')
  expect([unknown.status, unknown.code]).toEqual([401, 'auth.wrong_credentials'])
  const long = await signIn(world.anonymous(), '😀'.repeat(40)) // eighty UTF-16 units
  expect([long.status, long.code]).toEqual([401, 'auth.wrong_credentials'])
  const strip = (body: unknown) => ({ ...Object(body), requestId: '' })
  expect(strip(unknown.body)).toEqual(strip(wrong.body))
  expect([...unknown.headers.keys()]).toEqual([...wrong.headers.keys()])
})

test('an unknown name costs a hash like a known one', async ({ world }) => {
  await world.aMember({ username: 'known', password })
  const cost = async (username: string) => {
    const before = process.cpuUsage()
    await signIn(world.anonymous(), username, 'not this one')
    const { user, system } = process.cpuUsage(before)
    return user + system
  }
  const least = async (username: string) => Math.min(await cost(username), await cost(username), await cost(username))
  const [known, unknown] = [await least('known'), await least('nobody')]
  // Processor time, not the clock: a hash is tens of milliseconds of work, its absence none.
  expect(unknown).toBeGreaterThan(known / 2)
})

test('after five failures the next attempt waits, longer each time, even with the right password', async ({
  world,
}) => {
  await world.aMember({ username: 'target', password })
  const attempt = (word: string) => signIn(world.anonymous(), 'target', word)
  for (let i = 0; i < 5; i += 1) expect((await attempt('wrong')).status).toBe(401)
  const stopped = await attempt(password)
  expect([stopped.status, stopped.code, stopped.headers.get('retry-after')]).toEqual([
    429,
    'auth.too_many_attempts',
    '10',
  ])
  world.clock.advance({ seconds: 10 })
  expect((await attempt('wrong')).status).toBe(401)
  expect((await attempt(password)).headers.get('retry-after')).toBe('20')
  world.clock.advance({ seconds: 20 })
  expect((await attempt(password)).status).toBe(200)
  expect((await attempt('wrong')).status).toBe(401)
})

test('a name nobody has is stopped like any other, and another name is not', async ({ world }) => {
  await world.aMember({ username: 'other', password })
  for (let i = 0; i < 5; i += 1) await signIn(world.anonymous(), 'nobody', 'wrong')
  expect((await signIn(world.anonymous(), 'nobody', 'wrong')).status).toBe(429)
  expect((await signIn(world.anonymous(), 'other')).status).toBe(200)
})

test('of twenty guesses sent at once five are tried', async ({ world }) => {
  await world.aMember({ username: 'target', password })
  const guesses = Array.from({ length: 20 }, (_, i) => signIn(world.anonymous(), 'target', `guess ${i}`))
  const replies = await Promise.all(guesses)
  expect(replies.filter((reply) => reply.status === 401).length).toBeLessThanOrEqual(5)
  expect(replies.every((reply) => reply.status === 401 || reply.status === 429)).toBe(true)
})

test('a session does not outlive a sign-in: the cookie from before is worth nothing', async ({ world }) => {
  await world.aMember({ username: 'li.ming', password })
  const before = cookieIn((await signIn(world.anonymous(), 'li.ming')).headers)
  const again = await withCookie(world, before).post('/session', { username: 'li.ming', password })
  const after = cookieIn(again.headers)
  expect(after).not.toBe(before)
  expect((await withCookie(world, before).get('/session')).status).toBe(401)
  expect((await withCookie(world, after).get('/session')).status).toBe(200)
})

test('signing out ends this session; everywhere ends all of them', async ({ world }) => {
  await world.aMember({ username: 'li.ming', password })
  const cookies = await Promise.all(
    [1, 2, 3].map(async () => cookieIn((await signIn(world.anonymous(), 'li.ming')).headers)),
  )
  const [phone = '', desk = '', home = ''] = cookies
  const reply = await withCookie(world, phone).del('/session')
  expect(reply.status).toBe(204)
  expect(reply.headers.get('set-cookie')).toContain('Max-Age=0')
  expect(reply.headers.get('clear-site-data')).toBe('"cache"')
  const states = () =>
    Promise.all([phone, desk, home].map(async (each) => (await withCookie(world, each).get('/session')).status))
  expect(await states()).toEqual([401, 200, 200])
  expect((await withCookie(world, desk).del('/session?everywhere=true')).status).toBe(204)
  expect(await states()).toEqual([401, 401, 401])
})

test('a cookie with a seal that is not ours opens nothing', async ({ world }) => {
  const member = await world.aMember()
  const forged = member.cookie.slice(0, -6) + encodeURIComponent('AAA=')
  expect((await withCookie(world, forged).get('/session')).status).toBe(401)
  expect((await withCookie(world, `dj.session_token=token-of-${member.accountId}`).get('/session')).status).toBe(401)
  expect((await withCookie(world, 'dj.session_token=').get('/session')).status).toBe(401)
})

test('what the database holds of a session opens none, and the cookie goes on opening it', async ({ world }) => {
  await world.aMember({ username: 'li.ming', password })
  const cookie = cookieIn((await signIn(world.anonymous(), 'li.ming')).headers)
  const [token = ''] = decodeURIComponent(cookie.split('=')[1] ?? '').split('.')
  await administer(world.url, async (owner) => {
    const rows = await owner<{ row: string }[]>`select s::text as row from auth_session s`
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.map(({ row }) => row).join('\n')).not.toContain(token)
    for (const { token: kept } of await owner<{ token: string }[]>`select token from auth_session`) {
      const forged = cookieOf(kept, { secret: SECRET, secure: false })
      expect((await withCookie(world, forged).get('/session')).status).toBe(401)
    }
  })
  expect((await withCookie(world, cookie).get('/session')).status).toBe(200)
})

test('a session ends by itself after a week', async ({ world }) => {
  await world.aMember({ username: 'li.ming', password })
  const cookie = cookieIn((await signIn(world.anonymous(), 'li.ming')).headers)
  world.clock.set(new Date(Date.now() + 8 * 86_400_000))
  expect((await withCookie(world, cookie).get('/session')).status).toBe(401)
})

test('reads after the first cost no statement about who asks; a write always asks', async ({ world }) => {
  const member = await world.aMember()
  const asked = vi.spyOn(world.open.deps.db, 'execute')
  // Until the process listens for changes it keeps nothing.
  await vi.waitFor(async () => {
    asked.mockClear()
    await world.as(member).get('/organizations')
    expect(asked).not.toHaveBeenCalled()
  })
  await world.as(member).post('/needs', {})
  expect(asked).toHaveBeenCalledOnce()
  world.clock.advance({ seconds: 60 })
  await world.as(member).get('/organizations')
  expect(asked).toHaveBeenCalledTimes(2)
})

test('strangers are refused, unknown keys and empty fields are named', async ({ world }) => {
  expect((await world.anonymous().get('/session')).code).toBe('auth.required')
  const reply = await world.anonymous().post('/session', { username: '', role: 'system_admin' })
  expect([reply.status, reply.fields]).toEqual([
    422,
    { username: 'field.required', password: 'field.required', role: 'field.unknown' },
  ])
})

test('a sign-in is in the log, a failed one names nobody', async ({ world }) => {
  const auditor = await world.anAdmin('audit_admin')
  const member = await world.aMember({ username: 'li.ming', password })
  await signIn(world.anonymous(), 'li.ming', 'wrong')
  await signIn(world.anonymous(), 'li.ming')
  const log = await world.as(auditor).get('/log?kind=session.opened')
  expect(log.body).toMatchObject({ items: [{ by: member.id, subject: { kind: 'person', id: member.id } }] })
})

test('a name that no database can ask for is a mistake, not a fault', async ({ world }) => {
  const credentials = { username: 'a\u0000b', password: 'a long pass phrase' }
  expect((await world.anonymous().post('/session', credentials)).fields).toEqual({
    username: 'field.control_characters',
  })
})

test('a session that nobody uses ends: of a desk after two hours, of a member after three days; use keeps it', async ({
  world,
}) => {
  await world.aMember({ username: 'li.ming', password })
  await world.anOperator({ username: 'wang.fang', password })
  const opened = async (name: string) => withCookie(world, cookieIn((await signIn(world.anonymous(), name)).headers))
  const [member, desk] = [await opened('li.ming'), await opened('wang.fang')]
  const statuses = async () => [(await member.get('/session')).status, (await desk.get('/session')).status]
  for (let n = 0; n < 3; n += 1) {
    world.clock.advance({ minutes: 100 })
    await vi.waitFor(async () => expect(await statuses()).toEqual([200, 200]))
    await vi.waitFor(async () => expect(await lastSeen(world)).toBe(world.clock.now().getTime()))
  }
  world.clock.advance({ minutes: 121 })
  expect(await statuses()).toEqual([200, 401])
  world.clock.advance({ days: 3, minutes: 1 })
  expect(await statuses()).toEqual([401, 401])
})

test('a county says how long its sessions may idle, within bounds; a version from before says nothing of it', async ({
  world,
}) => {
  await world.aMember({ username: 'li.ming', password })
  await world.anOperator({ username: 'wang.fang', password })
  const organizer = world.as(await world.aCountyOrganizer())
  const { settings } = (await organizer.get('/settings')).as(SettingsView)
  const set = (deskIdleMinutes: number, othersIdleHours: number, version: number) => {
    const session = { deskIdleMinutes, othersIdleHours }
    return organizer.put('/settings', { settings: { ...settings, session }, note: '按保密要求' }, { version })
  }
  const beyond = [await set(14, 0, 1), await set(721, 169, 1)].map(({ fields }) => Object.keys(fields ?? {}).toSorted())
  const paths = ['settings.session.deskIdleMinutes', 'settings.session.othersIdleHours']
  expect(beyond).toEqual([paths, paths])
  expect((await set(15, 168, 1)).status).toBe(200)
  const opened = async (name: string) => withCookie(world, cookieIn((await signIn(world.anonymous(), name)).headers))
  const [member, desk] = [await opened('li.ming'), await opened('wang.fang')]
  const statuses = async () => [(await member.get('/session')).status, (await desk.get('/session')).status]
  world.clock.advance({ minutes: 16 })
  expect(await statuses()).toEqual([200, 401])
  await vi.waitFor(async () => expect(await lastSeen(world, ['li.ming'])).toBe(world.clock.now().getTime()))
  world.clock.advance({ days: 6 })
  expect((await member.get('/session')).status).toBe(200)
  await administer(world.url, (owner) => owner`update county_settings set settings = settings - 'session'`)
  const again = await opened('wang.fang')
  world.clock.advance({ minutes: 119 })
  expect((await again.get('/session')).status).toBe(200)
})

async function lastSeen(world: World, names = ['li.ming', 'wang.fang']): Promise<unknown> {
  let at: unknown
  await administer(world.url, async (owner) => {
    const rows = await owner`
      select (extract(epoch from min(s.seen_at)) * 1000)::float8 as at from auth_session s
      join auth_user u on u.id = s.user_id where u.username in ${owner(names)}`
    at = rows[0]?.['at']
  })
  return at
}

test('what is hard to take back asks for the password again after a quarter of an hour, and then does it', async ({
  world,
}) => {
  await world.aCountyOrganizer({ username: 'wang.fang', password })
  const cookie = cookieIn((await signIn(world.anonymous(), 'wang.fang')).headers)
  const desk = withCookie(world, cookie)
  const need = await world.aNeed({ channel: 'hotline' })
  const look = async () => (await desk.post(`/needs/${need.id}/contact`, { reason: '电话回访进展' })).code ?? 'done'
  const download = async () => (await desk.get('/needs/export')).code ?? 'done'
  expect([await look(), await download()]).toEqual(['done', 'done'])
  world.clock.advance({ minutes: 16 })
  expect([await look(), await download()]).toEqual(['session.confirm_needed', 'session.confirm_needed'])
  expect((await desk.get('/needs')).status).toBe(200)
  expect((await desk.post('/session/confirmation', { password: 'not my password' })).code).toBe(
    'session.password_wrong',
  )
  expect(await look()).toBe('session.confirm_needed')
  expect((await desk.post('/session/confirmation', { password })).status).toBe(204)
  expect([await look(), await download(), (await desk.get('/session/confirmation')).status]).toEqual([
    'done',
    'done',
    204,
  ])
})
