import { sql } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { COUNTY, type Ledger, myPid, test as base, write } from '../../tests/support/ledger.ts'
import { constraintOf, sqlStateOf } from './postgres-error.ts'
import { TransactionLost } from './transaction-errors.ts'
import { createLanes, type LanesOptions, type Tx, type WithTx } from './with-tx.ts'

type OpenLanes = (options?: Partial<LanesOptions>) => WithTx

const test = base.extend<{ lanes: OpenLanes }>({
  lanes: async ({ ledger }: { ledger: Ledger }, use) => {
    const opened: { end(): Promise<void> }[] = []
    await use((options) => {
      const lanes = createLanes(ledger.url, { size: 1, role: 'dj_app', ...options })
      opened.push(lanes)
      return lanes.withTx
    })
    await Promise.all(opened.map((lanes) => lanes.end()))
  },
})

const one = async (tx: Tx, query: ReturnType<typeof sql>): Promise<unknown> =>
  Object.values((await tx.execute(query))[0] ?? {})[0]
const raise = (state: string) => sql.raw(`do $$ begin raise exception using errcode = '${state}'; end $$`)

describe('a transaction', () => {
  test('stores all its work, and tells the clock of the database', async ({ ledger, lanes }) => {
    const times = await lanes()(COUNTY, async (tx, at) => {
      await tx.execute(write('one'))
      await tx.execute(write('two'))
      return { at: at.getTime(), now: Number(await one(tx, sql`select floor(extract(epoch from now()) * 1000)`)) }
    })
    expect(await ledger.entries()).toEqual(['one', 'two'])
    expect(times.at).toBeGreaterThanOrEqual(times.now)
    expect(times.at - times.now).toBeLessThan(1_000)
  })

  test('tells the injected clock where there is one', async ({ lanes }) => {
    const clock = () => new Date('2026-12-31T16:00:00Z')
    expect(await lanes({ clock })(COUNTY, async (_, at) => at.toISOString())).toBe('2026-12-31T16:00:00.000Z')
  })

  test('moves the clock of the database where time is played', async ({ lanes }) => {
    const begun = Date.now()
    const clock = (database: Date) => new Date(database.getTime() + 34 * 86_400_000)
    const at = await lanes({ clock })(COUNTY, async (_, now) => now.getTime() - 34 * 86_400_000)
    expect(Math.abs(at - begun)).toBeLessThan(60_000)
  })

  test('stores nothing when its work throws, and the lane serves the next', async ({ ledger, lanes }) => {
    const withTx = lanes()
    const outcome = withTx(COUNTY, async (tx) => {
      await tx.execute(write('one'))
      throw new Error('no')
    })
    await expect(outcome).rejects.toThrow('no')
    await withTx(COUNTY, (tx) => tx.execute(write('two')))
    expect(await ledger.entries()).toEqual(['two'])
  })

  test('is not taken for stored when its work swallowed a refusal: the refusal is told', async ({ ledger, lanes }) => {
    await ledger.owner`alter table ledger add constraint ledger_says_once unique (county_id, who)`
    const outcome = lanes()(COUNTY, async (tx) => {
      await tx.execute(write('one'))
      await tx.execute(write('one')).catch(() => undefined)
    })
    const error: unknown = await outcome.catch((each: unknown) => each)
    expect(constraintOf(error)).toBe('ledger_says_once')
    expect(await ledger.entries()).toEqual([])
  })

  test('includes a statement its work did not wait for, and refuses one that comes after its end', async ({
    ledger,
    lanes,
  }) => {
    const withTx = lanes()
    const leaked = await withTx(COUNTY, async (tx) => {
      void tx.execute(write('not waited for')).then(() => undefined)
      return { tx }
    })
    await expect(leaked.tx.execute(write('too late'))).rejects.toMatchObject({ cause: expect.any(TransactionLost) })
    expect(await ledger.entries()).toEqual(['not waited for'])
  })

  test('outlives a change of a table its prepared statements know', async ({ ledger, lanes }) => {
    const withTx = lanes()
    const read = () => withTx(COUNTY, (tx) => tx.execute(sql`select * from ledger where who = ${'one'}`))
    for (let round = 0; round < 4; round += 1) await read()
    await ledger.owner`alter table ledger add column note text`
    expect(await read()).toEqual([])
  })
})

describe('the county', () => {
  test.for(['', '33038', '3303821', '33038x', '３３０３８２', "330382'; drop table ledger; --", '330382\n'])(
    '%j is refused before the database is asked',
    async (county, { lanes }) => {
      const away = createLanes('postgres://nobody@127.0.0.1:1/nothing', { size: 1 })
      await expect(away.withTx(county, async () => undefined)).rejects.toThrow(TypeError)
      await away.end()
      await expect(lanes()(county, async () => undefined)).rejects.toThrow(TypeError)
    },
  )

  test('does not reach the next user of the lane, nor does a time limit', async ({ ledger, lanes }) => {
    const withTx = lanes()
    const seen = (tx: Tx) =>
      one(tx, sql`select concat(current_setting('app.county_id', true), ' ', current_setting('statement_timeout'))`)
    expect(await withTx('330381', seen, { statementTimeoutMs: 1_500 })).toBe('330381 1500ms')
    expect(await withTx(COUNTY, seen)).toBe(`${COUNTY} 30s`)
    const [between] = await ledger.owner`select current_setting('app.county_id', true) as county`
    expect(between).toEqual({ county: null })
  })

  test("guards writes: another county's row can be neither added nor changed", async ({ ledger, lanes }) => {
    await lanes()(COUNTY, (tx) => tx.execute(write('ours')))
    const stranger = lanes()
    const added: unknown = await stranger('330381', (tx) => tx.execute(write('theirs'))).catch((each: unknown) => each)
    expect(sqlStateOf(added)).toBe('42501')
    const changed = await stranger('330381', (tx) => tx.execute(sql`update ledger set who = 'theirs' returning who`))
    expect(changed).toHaveLength(0)
    expect(await ledger.entries()).toEqual(['ours'])
  })

  test('is asked by a role that owns nothing and cannot bypass row security', async ({ lanes }) => {
    const role = await lanes()(COUNTY, (tx) =>
      tx.execute(sql`select rolname, rolsuper, rolbypassrls from pg_roles where rolname = current_user`),
    )
    expect(role).toEqual([{ rolname: 'dj_app', rolsuper: false, rolbypassrls: false }])
  })
})

describe('a serialization failure or deadlock', () => {
  test.for(['40001', '40P01'])(
    '(%s) makes the work start again, and it is stored once',
    async (state, { ledger, lanes }) => {
      let attempts = 0
      await lanes()(COUNTY, async (tx) => {
        attempts += 1
        await tx.execute(write('once'))
        if (attempts <= 3) await tx.execute(raise(state))
      })
      expect(attempts).toBe(4)
      expect(await ledger.entries()).toEqual(['once'])
    },
  )

  test('is told after the third repetition', async ({ lanes }) => {
    let attempts = 0
    const outcome = lanes()(COUNTY, (tx) => {
      attempts += 1
      return tx.execute(raise('40001'))
    })
    const error: unknown = await outcome.catch((each: unknown) => each)
    expect([sqlStateOf(error), attempts]).toEqual(['40001', 4])
  })

  test('between two real rivals lets both succeed', async ({ lanes }) => {
    const withTx = lanes({ size: 2 })
    await withTx(COUNTY, (tx) => Promise.all([tx.execute(write('a')), tx.execute(write('b'))]))
    const { promise: bothHold, resolve: secondHolds } = Promise.withResolvers<void>()
    let holding = 0
    const lock = (tx: Tx, who: string) => tx.execute(sql`update ledger set who = who where who = ${who}`)
    const rival = (first: string, second: string) =>
      withTx(COUNTY, async (tx) => {
        await lock(tx, first)
        holding += 1
        if (holding === 2) secondHolds()
        await bothHold
        await lock(tx, second)
      })
    await Promise.all([rival('a', 'b'), rival('b', 'a')])
    expect(holding).toBe(3)
  })
})

test('the pid of a lane stays the same from one transaction to the next', async ({ lanes }) => {
  const withTx = lanes()
  const pids = [await withTx(COUNTY, (tx) => tx.execute(myPid)), await withTx(COUNTY, (tx) => tx.execute(myPid))]
  expect(pids[0]).toEqual(pids[1])
})
