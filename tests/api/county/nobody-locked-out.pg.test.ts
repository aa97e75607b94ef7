import { AccountAdded } from '@dj/shared/county/people/account.schema.ts'
import { expect } from 'vitest'
import { clientOf } from '../../support/client.ts'
import { type Client, type Reply, test } from '../../support/world.ts'

const password = 'correct horse battery'
const signIn = (client: Client, username: string, attempt = password, cookie = '') =>
  client.post('/session', { username, password: attempt }, { key: null, headers: cookie === '' ? {} : { cookie } })
const times = (count: number) => Array.from({ length: count }, (_, i) => i)
const statuses = (replies: readonly Reply[]) =>
  [200, 401, 429].map((status) => replies.filter((reply) => reply.status === status).length)
const waitOf = (reply: Reply) => Number(reply.headers.get('retry-after'))

/** What a browser keeps of a reply and sends with the next sign-in: the mark of the device, not the session. */
const deviceOf = ({ headers }: Reply): string =>
  headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0] ?? '')
    .filter((cookie) => cookie.includes('device'))
    .join('; ')

test('thirty failures from the office’s address keep nobody in the office out', async ({ world }) => {
  await world.aMember({ username: 'colleague', password })
  const office = world.anonymous('198.51.100.7')
  for (const i of times(30)) await signIn(office, `name${i}`, 'wrong')
  expect((await signIn(office, 'colleague')).status).toBe(200)
})

test('wrong guesses from anywhere keep the owner of a named account out of nothing', async ({ world }) => {
  await world.aMember({ username: 'target', password })
  for (const i of times(12)) await signIn(world.anonymous(`203.0.113.${i % 3}`), 'target', `guess ${i}`)
  expect((await signIn(world.anonymous('198.51.100.7'), 'target')).status).toBe(200)
})

test('of three hundred names tried at once from one address most must wait, others are served meanwhile', async ({
  world,
}) => {
  await world.aMember({ username: 'elsewhere', password })
  const spray = times(300).map((i) => signIn(world.anonymous('203.0.113.9'), `name${i}`, 'spring2026!'))
  const [replies, other] = await Promise.all([Promise.all(spray), signIn(world.anonymous('198.51.100.7'), 'elsewhere')])
  expect(other.status).toBe(200)
  const [, tried, waits] = statuses(replies)
  expect(tried).toBeLessThanOrEqual(50)
  expect(waits).toBeGreaterThanOrEqual(250)
  expect(Math.max(...replies.map(waitOf))).toBeLessThanOrEqual(70)
})

test('a device that signed in before is let in from a flooded address, to an account that is being guessed', async ({
  world,
}) => {
  await world.aMember({ username: 'target', password })
  const device = deviceOf(await signIn(world.anonymous('198.51.100.7'), 'target'))
  expect(device).not.toBe('')
  for (const i of times(60)) await signIn(world.anonymous('198.51.100.7'), `name${i}`, 'wrong')
  for (const i of times(30)) await signIn(world.anonymous(`203.0.113.${i}`), 'target', `guess ${i}`)
  expect((await signIn(world.anonymous('198.51.100.7'), 'nobody')).status).toBe(429)
  expect((await signIn(world.anonymous('198.51.100.7'), 'target', password, device)).status).toBe(200)
})

test('the mark of a device is worth nothing for another account, nor when it is forged', async ({ world }) => {
  await world.aMember({ username: 'mine', password })
  await world.aMember({ username: 'target', password })
  const address = '198.51.100.7'
  const device = deviceOf(await signIn(world.anonymous(address), 'mine'))
  for (const i of times(5)) await signIn(world.anonymous(address), 'target', `guess ${i}`, device)
  expect((await signIn(world.anonymous(address), 'target', password, device)).status).toBe(429)
  expect((await signIn(world.anonymous(address), 'target', password, `${device.slice(0, -4)}AAAA`)).status).toBe(429)
})

test('a known device that guesses waits, too', async ({ world }) => {
  await world.aMember({ username: 'target', password })
  const here = world.anonymous('198.51.100.7')
  const device = deviceOf(await signIn(here, 'target'))
  const replies: Reply[] = []
  for (const i of times(12)) replies.push(await signIn(here, 'target', `guess ${i}`, device))
  expect(statuses(replies)).toEqual([0, 10, 2])
  world.clock.advance({ seconds: 10 })
  expect((await signIn(here, 'target', password, device)).status).toBe(200)
})

test('an office behind one address, forty people, a third of them mistyping, is at work at once', async ({ world }) => {
  const people = await Promise.all(times(40).map((i) => world.aMember({ username: `person${i}`, password })))
  const office = world.anonymous('198.51.100.7')
  const arrive = async (username: string, i: number) => {
    const mistakes = i % 3 === 0 ? 2 : 0
    for (const n of times(mistakes)) expect((await signIn(office, username, `typo ${n}`)).status).toBe(401)
    return signIn(office, username)
  }
  const replies = await Promise.all(people.map(({ username }, i) => arrive(username, i)))
  expect(statuses(replies)).toEqual([40, 0, 0])
})

test('an account guessed at from many addresses is tried a few times a minute, and a stranger’s turn comes', async ({
  world,
}) => {
  await world.aMember({ username: 'target', password })
  const guesses = await Promise.all(
    times(30).map((i) => signIn(world.anonymous(`203.${i}.113.9`), 'target', `guess ${i}`)),
  )
  expect(statuses(guesses)[1]).toBe(20)
  const owner = world.anonymous('198.51.100.7')
  const first = await signIn(owner, 'target')
  expect([first.status, waitOf(first)]).toEqual([429, 11 * 60])
  world.clock.advance({ seconds: waitOf(first) - 1 })
  expect((await signIn(owner, 'target')).status).toBe(429)
  // Those who guess press on, and take nobody's turn.
  for (const i of times(30)) await signIn(world.anonymous(`203.${i}.114.9`), 'target', `guess ${i}`)
  world.clock.advance({ seconds: 1 })
  expect((await signIn(owner, 'target')).status).toBe(200)
})

test('a one-time code opens the account, and makes the device known, while its password is guessed at from everywhere', async ({
  world,
}) => {
  const admin = world.as(await world.anAdmin('system_admin'))
  const person = { alias: '向阳', name: '李明', kind: 'member', homeOrganizationId: null, username: 'target' }
  const { code } = (await admin.post('/people', person)).as(AccountAdded).slip
  for (const i of times(30)) await signIn(world.anonymous(`203.${i}.113.9`), 'target', `guess ${i}`)
  const owner = world.anonymous('198.51.100.7')
  const opened = await owner.post('/account', { username: 'target', code, password }, { key: null })
  expect(opened.status).toBe(200)
  expect((await signIn(owner, 'target')).status).toBe(429)
  expect((await signIn(owner, 'target', password, deviceOf(opened))).status).toBe(200)
})

test('several processes count together', async ({ world }) => {
  await world.aMember({ username: 'target', password })
  const processes = [world.open, await world.process(), await world.process()]
  const guesses = times(30).map((i) => {
    const open = processes[i % 3] ?? world.open
    return signIn(clientOf(open, null, '203.0.113.9'), 'target', `guess ${i}`)
  })
  expect(statuses(await Promise.all(guesses))).toEqual([0, 5, 25])
  const names = times(150).map((i) => {
    const open = processes[i % 3] ?? world.open
    return signIn(clientOf(open, null, '203.0.113.10'), `name${i}`, 'spring2026!')
  })
  expect(statuses(await Promise.all(names))[1]).toBeLessThanOrEqual(50)
})

test('addresses of one IPv6 line are one, and an IPv4 address is itself in any spelling', async ({ world }) => {
  await world.aMember({ username: 'target', password })
  for (const i of times(5)) await signIn(world.anonymous(`2001:db8:0:7::${i}`), 'target', 'wrong')
  expect((await signIn(world.anonymous('2001:DB8::7:1:2:3:4'), 'target')).status).toBe(429)
  expect((await signIn(world.anonymous('2001:db8:0:8::1'), 'target')).status).toBe(200)
  await world.aMember({ username: 'another', password })
  for (const i of times(5)) await signIn(world.anonymous(i % 2 ? '::ffff:203.0.113.5' : '203.0.113.5'), 'another', 'no')
  expect((await signIn(world.anonymous('::ffff:cb00:7105'), 'another')).status).toBe(429)
})

test('what is refused uses up nothing: the wait does not grow by asking again', async ({ world }) => {
  await world.aMember({ username: 'target', password })
  const here = world.anonymous('203.0.113.9')
  for (const i of times(5)) await signIn(here, 'target', `guess ${i}`)
  const waits = []
  for (const _ of times(20)) waits.push(waitOf(await signIn(here, 'target')))
  expect(new Set(waits)).toEqual(new Set([10]))
  world.clock.advance({ seconds: 10 })
  expect((await signIn(here, 'target')).status).toBe(200)
})
