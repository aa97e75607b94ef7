import { sql } from 'drizzle-orm'
import { expect } from 'vitest'
import { COUNTY, type Ledger, test as base, write } from '../../tests/support/ledger.ts'
import { severableProxy } from '../../tests/support/severable-proxy.ts'
import { type Connection, connect, type Reads } from './connect.ts'
import { isConnectionLoss, sqlStateOf } from './postgres-error.ts'
import { TooBusy } from './transaction-errors.ts'

const test = base.extend<{ pool: Connection }>({
  pool: async ({ ledger }: { ledger: Ledger }, use) => {
    const pool = connect(ledger.url, { max: 2, role: 'dj_app', applicationName: 'reader', waitMs: 60_000 })
    await use(pool)
    await pool.end()
  },
})

const failure = (outcome: PromiseLike<unknown>) =>
  Promise.resolve(outcome).then(
    () => 'no failure',
    (error: unknown) => error,
  )

test('it reads as the app, in UTC, with a limit to what a statement may take', async ({ pool }) => {
  const [facts] = await pool.db.execute(sql`select current_user as me, current_setting('TimeZone') as zone,
    current_setting('application_name') as name, current_setting('statement_timeout') as "limit"`)
  expect(facts).toEqual({ me: 'dj_app', zone: 'UTC', name: 'reader', limit: '30s' })
})

test('it does not write what belongs to a county', async ({ pool }) => {
  expect(sqlStateOf(await failure(pool.db.execute(write('stray'))))).toBe('42501')
})

test('arrays go there and come back', async ({ pool }) => {
  const texts = ['乐清', 'a,b', 'say "hi"', '', 'NULL']
  const [row] = await pool.db.execute(
    sql`select ${sql.param(texts)}::text[] as texts, ${sql.param([1, 2])}::int[] as numbers, array[true, null] as booleans,
      array['0198c0de-0000-7000-8000-000000000001']::uuid[] as ids, array[9007199254740993] as large`,
  )
  expect(row).toEqual({
    texts,
    numbers: [1, 2],
    booleans: [true, null],
    ids: ['0198c0de-0000-7000-8000-000000000001'],
    large: ['9007199254740993'],
  })
})

test('every question is asked in the county of its handle, whoever had the connection before', async ({ ledger }) => {
  const single = connect(ledger.url, { max: 1 })
  const asked = async (db: Reads) =>
    (await db.execute(sql`select current_setting('app.reading_county', true) as county, pg_backend_pid() as pid`))[0]
  const rows = await Promise.all(
    [single.of('330382'), single.of('330381'), single.db, single.of('330382')].map((db) => asked(db)),
  )
  expect(rows.map((row) => row?.['county'])).toEqual(['330382', '330381', '', '330382'])
  expect(new Set(rows.map((row) => row?.['pid'])).size).toBe(1)
  expect(() => single.of("330382'; drop table ledger")).toThrow('six digits')
  await single.end()
})

test('a statement that recurs is prepared, one that does not is not', async ({ ledger }) => {
  const single = connect(ledger.url, { max: 1 })
  for (const who of ['a', 'b', 'c']) await single.db.execute(sql`select * from ledger where who = ${who}`)
  await single.db.execute(sql`select 7 + ${1}::int`)
  const prepared = await single.db.execute(sql`select statement from pg_prepared_statements`)
  expect(prepared).toEqual([{ statement: 'select * from ledger where who = $1' }])
  await single.end()
})

test('under a storm of killed connections every read has an answer, and afterwards all is well', async ({
  ledger,
  pool,
}) => {
  const reading = new AbortController()
  const storm = (async () => {
    while (!reading.signal.aborted)
      await ledger.owner`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'reader'`
  })()
  const outcomes = await Promise.all(
    Array.from({ length: 400 }, (_, index) => failure(pool.db.execute(sql`select ${index}::int`))),
  )
  reading.abort()
  await storm
  expect(outcomes.filter((each) => each !== 'no failure' && !isConnectionLoss(each))).toEqual([])
  await expect.poll(() => failure(pool.db.execute(sql`select 1`)), { interval: 1, timeout: 10_000 }).toBe('no failure')
})

test('a database that was away is read again as soon as it is back', async ({ ledger }) => {
  const proxy = await severableProxy(ledger.url)
  const pool = connect(proxy.url, { max: 2 })
  await pool.db.execute(sql`select 1`)
  await proxy.goAway()
  expect(isConnectionLoss(await failure(pool.db.execute(sql`select 1`)))).toBe(true)
  await proxy.comeBack()
  expect(await failure(pool.db.execute(sql`select 1`))).toBe('no failure')
  await pool.end()
  await proxy.goAway()
})

test('more reads than may wait are refused at once', async ({ ledger }) => {
  const pool = connect(ledger.url, { max: 1, queueLimit: 1 })
  const outcomes = await Promise.all([1, 2, 3].map((each) => failure(pool.db.execute(sql`select ${each}, ${COUNTY}`))))
  expect(outcomes.map((each) => (each instanceof Error ? each.cause : each))).toEqual([
    'no failure',
    'no failure',
    expect.any(TooBusy),
  ])
  await pool.end()
})
