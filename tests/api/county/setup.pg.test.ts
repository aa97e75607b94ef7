import { issueSetupCode } from '@dj/api/meet/setup/setup-code.ts'
import { CountyList } from '@dj/shared/county/organization/county.schema.ts'
import { SetupDone, SetupView } from '@dj/shared/county/people/setup.schema.ts'
import { SessionView } from '@dj/shared/county/people/session.schema.ts'
import { expect } from 'vitest'
import { must } from '@dj/shared/platform/assert.ts'
import { emptyTest, test } from '../../support/world.ts'

const password = 'correct horse battery'
const admin = (username: string) => ({ alias: `管理员 ${username}`, name: '王小明', username })
const installer = (username: string) => ({ ...admin(username), password })
const plan = (code: string) => ({
  code,
  county: { id: '330382', name: '乐清市' },
  towns: [{ code: '330382001', name: '城东街道' }, { name: '柳市镇' }],
  administrators: { system: installer('sys'), security: admin('sec'), audit: admin('aud') },
})

emptyTest('before set-up the known counties are offered, and nobody is served yet', async ({ world }) => {
  const reply = await world.anonymous().get('/setup')
  const setup = reply.as(SetupView)
  expect(setup.available).toBe(true)
  const county = must(
    setup.counties.find(({ id }) => id === '330382'),
    '乐清市',
  )
  expect(county.name).toBe('乐清市')
  expect(county.towns.length).toBeGreaterThan(20)
  expect((await world.anonymous().get('/county')).body).toEqual({ items: [] })
})

emptyTest(
  'the one-time code creates the county, its towns and three administrators: one chooses a password, two get codes',
  async ({ world }) => {
    const code = must(await issueSetupCode(world.deps), 'a code')
    const reply = await world.anonymous().post('/setup', plan(code.toLowerCase()))
    expect(reply.status).toBe(201)
    const { usernames, slips } = reply.as(SetupDone)
    expect(usernames).toEqual(['sys', 'sec', 'aud'])
    expect(slips.map(({ kind, username }) => [kind, username])).toEqual([
      ['opening', 'sec'],
      ['opening', 'aud'],
    ])
    const opened = [await world.anonymous().post('/session', { username: 'sys', password })]
    for (const { username, code } of slips) {
      opened.push(await world.anonymous().post('/account', { username, code, password: `the secret of ${username}` }))
    }
    const roles = opened.map((session) => session.as(SessionView).roles.map(({ role }) => role))
    expect(roles).toEqual([['system_admin'], ['security_admin'], ['audit_admin']])
    const { items } = (await world.anonymous().get('/county')).as(CountyList)
    expect(items.map(({ id, towns }) => [id, towns.map((town) => town.name).toSorted()])).toEqual([
      ['330382', ['城东街道', '柳市镇'].toSorted()],
    ])
    expect((await world.anonymous().get('/setup')).body).toEqual({ available: false, counties: [] })
  },
)

emptyTest('a wrong code changes nothing', async ({ world }) => {
  await issueSetupCode(world.deps)
  const reply = await world.anonymous().post('/setup', plan('AAAAA-BBBBB-CCCCC-DDDDD'))
  expect([reply.status, reply.code, reply.fields]).toEqual([403, 'setup.wrong_code', { code: 'setup.wrong_code' }])
  expect((await world.anonymous().get('/county')).body).toEqual({ items: [] })
})

emptyTest('two people set up at once with one code: one county, and the other is told', async ({ world }) => {
  const code = must(await issueSetupCode(world.deps), 'a code')
  const other = { ...plan(code), county: { id: '330381', name: '瑞安市' } }
  const replies = await Promise.all([plan(code), other].map((body) => world.anonymous().post('/setup', body)))
  expect(replies.map((reply) => reply.status).filter((status) => status === 201)).toHaveLength(1)
  const { items } = (await world.anonymous().get('/county')).as(CountyList)
  expect(items).toHaveLength(1)
})

emptyTest('a second click gets the first reply, a newer code voids the older', async ({ world }) => {
  const old = must(await issueSetupCode(world.deps), 'a code')
  const code = must(await issueSetupCode(world.deps), 'a code')
  expect((await world.anonymous().post('/setup', plan(old))).code).toBe('setup.wrong_code')
  const first = await world.anonymous().post('/setup', plan(code), { key: 'set-up-once' })
  const second = await world.anonymous().post('/setup', plan(code), { key: 'set-up-once' })
  const { slips, ...known } = first.as(SetupDone)
  expect([second.status, second.body]).toEqual([
    201,
    { ...known, slips: slips.map((slip) => ({ ...slip, code: null })) },
  ])
})

emptyTest('every mistake is named at its field', async ({ world }) => {
  const bad = {
    ...plan(''),
    county: { id: '33038', name: '' },
    towns: [{ name: '柳市镇' }, { name: '柳市镇' }],
    administrators: {
      system: { ...admin('one'), password: 'short' },
      security: { ...admin('two'), password },
      audit: admin('x'),
    },
    demo: true,
  }
  const reply = await world.anonymous().post('/setup', bad)
  expect(reply.status).toBe(422)
  expect(Object.keys(reply.fields).toSorted()).toEqual([
    'administrators.audit.username',
    'administrators.security.password',
    'administrators.system.password',
    'code',
    'county.id',
    'county.name',
    'demo',
    'towns',
  ])
  const same = {
    ...plan('X'),
    administrators: { system: installer('one'), security: admin('one'), audit: admin('two') },
  }
  expect((await world.anonymous().post('/setup', same)).fields).toEqual({ administrators: 'setup.three_people' })
})

test('once there is a county no code is issued and set-up answers as if it did not exist', async ({ world }) => {
  expect(await issueSetupCode(world.deps)).toBeNull()
  const reply = await world.anonymous().post('/setup', { ...plan('X'), county: { id: '330381', name: '瑞安市' } })
  expect([reply.status, reply.code]).toEqual([404, 'setup.not_available'])
})
