import { drizzle } from 'drizzle-orm/postgres-js'
import type { Sql } from 'postgres'
import { describe, expect } from 'vitest'
import { COUNTY, type Ledger, myPid, plainClient, test, write } from '../../tests/support/ledger.ts'
import { connect } from './connect.ts'
import { sqlStateOf } from './postgres-error.ts'
import { TransactionLost } from './transaction-errors.ts'
import { createLanes, type Lanes, type Tx } from './with-tx.ts'

// Each case is shown twice: what the plain driver does (the reason for the lanes), then what withTx does.

const pidOf = async (tx: Pick<Tx, 'execute'>): Promise<number> => Number((await tx.execute(myPid))[0]?.['pid'])

/** Another request of the same process brings the pool's connection back to life. */
async function anotherRequestReconnects(sql: Sql): Promise<void> {
  await expect.poll(() => sql`select 1 as one`.catch(() => []), { interval: 5, timeout: 10_000 }).toEqual([{ one: 1 }])
}

async function withLanes(ledger: Ledger, size: number, work: (lanes: Lanes) => Promise<void>): Promise<void> {
  await ledger.takeDownSecondWall()
  const lanes = createLanes(ledger.url, { size })
  await work(lanes)
  await lanes.end()
}

describe('the statement after the death of its backend', () => {
  test('plain postgres.js stores it on its own, outside the transaction', async ({ ledger }) => {
    await ledger.takeDownSecondWall()
    const { sql, closed } = plainClient(ledger.url)
    const { promise: wentOn, resolve: goesOn } = Promise.withResolvers<unknown>()
    const outcome = sql.begin(async (tx) => {
      const [row] = await tx<{ pid: number }[]>`select pg_backend_pid() as pid`
      await tx`insert into ledger values (${COUNTY}, 'claim')`
      await ledger.terminate(row?.pid ?? 0)
      await closed
      await anotherRequestReconnects(sql)
      goesOn(await tx`insert into ledger values (${COUNTY}, 'audit')`)
    })
    await expect(outcome).rejects.toMatchObject({ code: 'CONNECTION_CLOSED' })
    await wentOn
    expect(await ledger.entries()).toEqual(['audit'])
    await sql.end()
  })

  test('withTx refuses it, refuses the commit, and nothing is left behind', async ({ ledger }) => {
    await withLanes(ledger, 2, async ({ withTx }) => {
      const refusals: unknown[] = []
      const outcome = withTx(COUNTY, async (tx) => {
        await tx.execute(write('claim'))
        await ledger.terminate(await pidOf(tx))
        await withTx(COUNTY, (other) => other.execute(myPid)) // the process goes on with other requests
        await tx.execute(write('audit')).catch((error: unknown) => refusals.push(error))
        await tx.execute(write('audit')).catch((error: unknown) => refusals.push(error))
      })
      await expect(outcome).rejects.toBeInstanceOf(TransactionLost)
      expect(refusals).toMatchObject([{ cause: expect.any(TransactionLost) }, { cause: expect.any(TransactionLost) }])
      expect(await ledger.entries()).toEqual([])
    })
  })

  test('withTx refuses it, too, when the death has not been noticed yet', async ({ ledger }) => {
    await withLanes(ledger, 1, async ({ withTx }) => {
      const outcome = withTx(COUNTY, async (tx) => {
        await tx.execute(write('claim'))
        const pid = await pidOf(tx)
        await Promise.all([
          ledger.owner`select pg_terminate_backend(${pid})`,
          tx.execute(write('audit')).catch(() => undefined),
        ])
        await Promise.allSettled(['audit', 'audit', 'audit'].map((each) => tx.execute(write(each))))
        await ledger.terminate(pid)
      })
      await expect(outcome).rejects.toBeInstanceOf(TransactionLost)
      expect(await ledger.entries()).toEqual([])
    })
  })

  test('the second wall: as the app, a stray statement is refused by row security', async ({ ledger }) => {
    const app = connect(ledger.url, { max: 1, role: 'dj_app' })
    const refusal = await app.db.execute(write('audit')).catch((error: unknown) => error)
    expect(sqlStateOf(refusal)).toBe('42501')
    await app.end()
  })
})

describe('the commit of a transaction whose backend died', () => {
  test("plain postgres.js stores half of another request's transaction with it", async ({ ledger }) => {
    await ledger.takeDownSecondWall()
    const { sql, closed } = plainClient(ledger.url)
    const { promise: released, resolve: release } = Promise.withResolvers<void>()
    const first = sql.begin(async (tx) => {
      const [row] = await tx<{ pid: number }[]>`select pg_backend_pid() as pid`
      await ledger.terminate(row?.pid ?? 0)
      await released
    })
    await expect(first).rejects.toMatchObject({ code: 'CONNECTION_CLOSED' })
    await closed
    const second = sql.begin(async (tx) => {
      await tx`insert into ledger values (${COUNTY}, 'half of the second')`
      release()
      await expect.poll(() => ledger.entries(), { interval: 5, timeout: 10_000 }).toEqual(['half of the second'])
      throw new Error('the second decides to roll back')
    })
    await expect(second).rejects.toThrow('the second decides to roll back')
    expect(await ledger.entries()).toEqual(['half of the second'])
    await sql.end()
  })

  test("withTx never commits on another's connection", async ({ ledger }) => {
    await withLanes(ledger, 1, async ({ withTx }) => {
      const first = expect(withTx(COUNTY, async (tx) => ledger.terminate(await pidOf(tx)))).rejects.toBeInstanceOf(
        TransactionLost,
      )
      const second = withTx(COUNTY, async (tx) => {
        await tx.execute(write('half of the second'))
        await first
        expect(await ledger.entries()).toEqual([])
        throw new Error('the second decides to roll back')
      })
      await expect(second).rejects.toThrow('the second decides to roll back')
      expect(await ledger.entries()).toEqual([])
    })
  })
})

describe("Drizzle's own transaction", () => {
  test('stores the rest of its work outside the transaction', async ({ ledger }) => {
    await ledger.takeDownSecondWall()
    const { sql, closed } = plainClient(ledger.url)
    const { promise: wentOn, resolve: goesOn } = Promise.withResolvers<unknown>()
    const outcome = drizzle(sql).transaction(async (tx) => {
      const pid = await pidOf(tx)
      await tx.execute(write('claim'))
      await ledger.terminate(pid)
      await closed
      await anotherRequestReconnects(sql)
      goesOn(await tx.execute(write('audit')))
    })
    await expect(outcome).rejects.toMatchObject({ code: 'CONNECTION_CLOSED' })
    await wentOn
    expect(await ledger.entries()).toEqual(['audit'])
    await sql.end()
  })

  test('is not to be had inside withTx', async ({ ledger }) => {
    await withLanes(ledger, 1, async ({ withTx }) => {
      const outcome = withTx(COUNTY, async (tx) => {
        const transaction: unknown = Reflect.get(tx, 'transaction')
        if (typeof transaction !== 'function') throw new Error('Drizzle has changed')
        await Reflect.apply(transaction, tx, [(inner: Tx) => inner.execute(write('audit'))])
      })
      await expect(outcome).rejects.toThrow('begin is not to be had here')
      expect(await ledger.entries()).toEqual([])
    })
  })
})
