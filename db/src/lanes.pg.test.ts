import { sql } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { COUNTY, type Ledger, myPid, test, write } from '../../tests/support/ledger.ts'
import { severableProxy } from '../../tests/support/severable-proxy.ts'
import { Lane } from './lanes/lane.ts'
import { isConnectionLoss } from './postgres-error.ts'
import { CommitUnknown, ConnectionLost, TooBusy, TransactionLost } from './transaction-errors.ts'
import { createLanes, type Tx, type WithTx } from './with-tx.ts'

const pidOf = async (tx: Tx): Promise<number> => Number((await tx.execute(myPid))[0]?.['pid'])
const failure = (outcome: Promise<unknown>): Promise<unknown> =>
  outcome.then(
    () => 'no failure',
    (error: unknown) => error,
  )

/** Occupies one lane until `leave` is called. */
async function occupy(withTx: WithTx): Promise<{ leave(): void; left: Promise<unknown> }> {
  const { promise: inside, resolve: enter } = Promise.withResolvers<void>()
  const { promise: released, resolve: leave } = Promise.withResolvers<void>()
  const left = withTx(COUNTY, async () => {
    enter()
    await released
  })
  await inside
  return { leave, left }
}

describe('a lane', () => {
  test('whose backend died while it lay idle costs nobody an error', async ({ ledger }) => {
    const { withTx, end } = createLanes(ledger.url, { size: 2 })
    for (let round = 0; round < 10; round += 1) {
      const pids = await Promise.all([withTx(COUNTY, pidOf), withTx(COUNTY, pidOf)])
      // Every other time the death is so fresh that this process has not noticed.
      if (round % 2 === 0) for (const pid of new Set(pids)) await ledger.terminate(pid)
      else await ledger.owner`select pg_terminate_backend(pid) from unnest(${pids}::int[]) as pid`
      await Promise.all(['a', 'b'].map((who) => withTx(COUNTY, (tx) => tx.execute(write(who)))))
    }
    expect(await ledger.entries()).toHaveLength(20)
    await end()
  })

  test('comes back by itself after the database was away', async ({ ledger }) => {
    const proxy = await severableProxy(ledger.url)
    const { withTx, end } = createLanes(proxy.url, { size: 2 })
    await withTx(COUNTY, (tx) => tx.execute(write('before')))
    await proxy.goAway()
    const refusals = await Promise.all(
      [1, 2, 3].map(() => failure(withTx(COUNTY, (tx) => tx.execute(write('meanwhile'))))),
    )
    expect(refusals.map(isConnectionLoss)).toEqual([true, true, true])
    await proxy.comeBack()
    await withTx(COUNTY, (tx) => tx.execute(write('after')))
    expect(await ledger.entries()).toEqual(['after', 'before'])
    await end()
    await proxy.goAway()
  })

  test('gives up a server that fell silent, instead of waiting for the operating system to notice', async ({
    ledger,
  }) => {
    const proxy = await severableProxy(ledger.url)
    const lane = new Lane(proxy.url, {})
    await lane.ask({ text: 'select 1' })
    proxy.fallSilent()
    await expect(lane.ask({ text: 'select 2' }, 50)).rejects.toBeInstanceOf(ConnectionLost)
    await expect(lane.ask({ text: 'select 3' })).rejects.toBeInstanceOf(ConnectionLost)
    await proxy.goAway()
  })

  test('of a server that says nothing any more refuses at once, those who wait too, until it speaks again', async ({
    ledger,
  }) => {
    const proxy = await severableProxy(ledger.url)
    const { withTx, end } = createLanes(proxy.url, { size: 1, silentAfterMs: 300 })
    const put = (text: string) => withTx(COUNTY, (tx) => tx.execute(write(text)))
    await put('before')
    proxy.fallSilent()
    const startedAt = performance.now()
    const found = await Promise.all([failure(put('held')), failure(put('waiting'))])
    expect(found.map(isConnectionLoss)).toEqual([true, true])
    expect(performance.now() - startedAt).toBeLessThan(3_000) // and not after the 35 s of a statement
    const refusedAt = performance.now()
    expect(isConnectionLoss(await failure(put('meanwhile')))).toBe(true)
    expect(performance.now() - refusedAt).toBeLessThan(100)
    proxy.speakAgain()
    await expect
      .poll(
        () =>
          put('after').then(
            () => 'done',
            () => 'refused',
          ),
        { timeout: 5_000 },
      )
      .toBe('done')
    expect(await ledger.entries()).toEqual(['after', 'before'])
    await end()
    await proxy.goAway()
  })

  test('whose statement takes long is not taken for silent', async ({ ledger }) => {
    const { withTx, end } = createLanes(ledger.url, { size: 1, silentAfterMs: 100 })
    await withTx(COUNTY, (tx) => tx.execute(sql`select pg_sleep(0.8)`))
    await withTx(COUNTY, (tx) => tx.execute(write('after')))
    expect(await ledger.entries()).toEqual(['after'])
    await end()
  })

  test('answers every one of several statements sent at once when its backend dies', async ({ ledger }) => {
    const { withTx, end } = createLanes(ledger.url, { size: 1 })
    const replies: PromiseSettledResult<unknown>[] = []
    const outcome = withTx(COUNTY, async (tx) => {
      const pid = await pidOf(tx)
      const statements = Array.from({ length: 20 }, (_, index) => tx.execute(sql`select pg_sleep(0.05), ${index}::int`))
      const all = Promise.allSettled(statements)
      await ledger.owner`select pg_terminate_backend(${pid})`
      replies.push(...(await all))
    })
    await expect(outcome).rejects.toBeInstanceOf(TransactionLost)
    expect(replies).toHaveLength(20)
    expect(replies.at(-1)?.status).toBe('rejected')
    await end()
  })
})

describe('waiting for a lane', () => {
  test('is served in the order of asking', async ({ ledger }) => {
    const { withTx, end } = createLanes(ledger.url, { size: 1 })
    const order: number[] = []
    const first = await occupy(withTx)
    const others = [1, 2, 3, 4, 5].map((each) => withTx(COUNTY, async () => void order.push(each)))
    first.leave()
    const latecomer = withTx(COUNTY, async () => void order.push(6))
    await Promise.all([first.left, ...others, latecomer])
    expect(order).toEqual([1, 2, 3, 4, 5, 6])
    await end()
  })

  test('is refused at once when too many wait, and those who wait are served', async ({ ledger }) => {
    const { withTx, end } = createLanes(ledger.url, { size: 1, queueLimit: 2 })
    const first = await occupy(withTx)
    const waiting = [withTx(COUNTY, pidOf), withTx(COUNTY, pidOf)]
    await expect(withTx(COUNTY, pidOf)).rejects.toBeInstanceOf(TooBusy)
    first.leave()
    await expect(Promise.all(waiting)).resolves.toHaveLength(2)
    await end()
  })

  test('ends after its time, and the lane is not lost by it', async ({ ledger }) => {
    const { withTx, end } = createLanes(ledger.url, { size: 1, waitMs: 20 })
    const first = await occupy(withTx)
    await expect(withTx(COUNTY, pidOf)).rejects.toBeInstanceOf(TooBusy)
    first.leave()
    await first.left
    await expect(withTx(COUNTY, pidOf)).resolves.toBeGreaterThan(0)
    await end()
  })
})

describe('a connection lost during commit', () => {
  test('is told as unknown when the database took it back', async ({ ledger }) => {
    const { withTx, end } = createLanes(ledger.url, { size: 1 })
    await dieAtCommit(ledger)
    const error = await failure(withTx(COUNTY, (tx) => tx.execute(write('one'))))
    expect(error).toBeInstanceOf(CommitUnknown)
    expect(isConnectionLoss(error)).toBe(false)
    expect(await ledger.entries()).toEqual([])
    await end()
  })

  test('is told as unknown when the database has stored it', async ({ ledger }) => {
    const proxy = await severableProxy(ledger.url)
    const { withTx, end } = createLanes(proxy.url, { size: 1 })
    const outcome = withTx(COUNTY, async (tx) => {
      await tx.execute(write('one'))
      proxy.loseTheReplyTo('commit')
    })
    await expect(outcome).rejects.toBeInstanceOf(CommitUnknown)
    expect(await ledger.entries()).toEqual(['one'])
    await end()
    await proxy.goAway()
  })
})

describe('the end of the lanes', () => {
  test('waits for the transaction under way and refuses the rest', async ({ ledger }) => {
    const { withTx, end } = createLanes(ledger.url, { size: 1 })
    const first = await occupy(withTx)
    const waiting = failure(withTx(COUNTY, pidOf))
    const ended = end()
    expect(await waiting).toBeInstanceOf(ConnectionLost)
    expect(await failure(withTx(COUNTY, pidOf))).toBeInstanceOf(ConnectionLost)
    first.leave()
    await Promise.all([first.left, ended])
  })

  test('cuts what takes too long', async ({ ledger }) => {
    const { withTx, end } = createLanes(ledger.url, { size: 1 })
    const long = failure(withTx(COUNTY, (tx) => tx.execute(sql`select pg_sleep(60)`)))
    await withOneActive(ledger)
    await end(10)
    expect(await long).toBeInstanceOf(TransactionLost)
  })
})

async function dieAtCommit({ owner }: Ledger): Promise<void> {
  await owner`create function die() returns trigger language plpgsql as $$ begin perform pg_terminate_backend(pg_backend_pid()); perform pg_sleep(5); return null; end $$`
  await owner`create constraint trigger die_at_commit after insert on ledger deferrable initially deferred for each row execute function die()`
}

async function withOneActive({ owner }: Ledger): Promise<void> {
  const sleepers = () =>
    owner`select from pg_stat_activity where query like '%pg_sleep(60)%' and pid <> pg_backend_pid()`
  await expect.poll(sleepers, { interval: 5, timeout: 10_000 }).toHaveLength(1)
}
