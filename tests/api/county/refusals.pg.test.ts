import { Refusals } from '@dj/api/county/log/refusals.ts'
import { APART, countRefusals } from '@dj/db/queries/county/refusals.ts'
import { LogPage } from '@dj/shared/county/people/people.schema.ts'
import { expect, vi } from 'vitest'
import { test } from '../../support/world.ts'

test('failed sign-ins and refusals are entries, few however many there were, without what was typed', async ({
  world,
}) => {
  const { deps } = world.open
  deps.refusals = new Refusals(deps)
  const [member, auditor] = [await world.aMember({ username: 'zhangsan' }), await world.anAdmin('audit_admin')]
  const password = 'ruguo-da-cuo-le'
  for (const username of ['ZhangSan', 'zhangsan', 'woba mima dazai zheli'])
    expect((await world.anonymous().post('/session', { username, password })).code).toBe('auth.wrong_credentials')
  for (let n = 0; n < 12; n += 1) expect((await world.as(member).get('/log')).code).toBe('auth.forbidden')
  const entries = await vi.waitUntil(async () => {
    const listed = (await world.as(auditor).get('/log?limit=50')).as(LogPage).items
    const refused = listed.filter(({ kind }) => kind.endsWith('.refused')).toReversed()
    return refused.some(({ data }) => data['count'] === 10) && refused
  }, 20_000)
  const address = expect.stringMatching(/^[0-9a-f]{12}$/)
  const guess = { code: 'auth.wrong_credentials', operation: 'session.create', count: 1, address }
  const signIns = entries.filter(({ kind }) => kind === 'session.refused')
  expect(signIns.map(({ by, data }) => [by, data])).toEqual([
    [null, { ...guess, personId: member.id }],
    [null, guess],
  ])
  // Those counted in the same moment are one entry.
  const forbidden = entries.filter(({ kind }) => kind === 'access.refused')
  expect(forbidden.length).toBeLessThanOrEqual(2)
  expect(forbidden.at(-1)).toMatchObject({ by: member.id })
  expect(forbidden.at(-1)?.data).toEqual({ code: 'auth.forbidden', operation: 'log.list', count: 10 })
  expect(JSON.stringify(entries)).not.toMatch(/ruguo|mima/)
})

test('however many addresses try, so many are kept apart and the others are counted together', async ({ world }) => {
  const { id: countyId } = world.county
  const counted = await world.deps.withTx(countyId, async (tx, at) => {
    const one = (n: number) => countRefusals(tx, { countyId, whose: `address ${n}`, times: 1, at })
    for (let n = 0; n < APART; n += 1) await one(n)
    return [await one(APART), await one(APART + 1), await one(0)]
  })
  expect(counted).toEqual([
    { apart: false, before: 0, after: 1 },
    { apart: false, before: 1, after: 2 },
    { apart: true, before: 1, after: 2 },
  ])
})
