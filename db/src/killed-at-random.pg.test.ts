import { setTimeout as pause } from 'node:timers/promises'
import { expect } from 'vitest'
import { COUNTY, type Ledger, test, write } from '../../tests/support/ledger.ts'
import { isConnectionLoss } from './postgres-error.ts'
import { CommitUnknown } from './transaction-errors.ts'
import { createLanes, type WithTx } from './with-tx.ts'

const SEED = Number(process.env['SEED'] ?? Date.now() % 1_000_000)
const WORKERS = 12
const EACH = 25

type Outcome = 'stored' | 'lost' | 'unknown'

test(`backends killed at random moments leave whole transactions or none (seed ${SEED})`, async ({ ledger }) => {
  const random = randomFrom(SEED)
  const { withTx, end } = createLanes(ledger.url, { size: 4 })
  const outcomes = new Map<string, Outcome>()
  const killer = killUntil(ledger, random, () => outcomes.size)
  await Promise.all(Array.from({ length: WORKERS }, (_, worker) => work(withTx, worker, outcomes)))
  const kills = await killer
  await end()

  const stored = Object.groupBy(await ledger.entries(), (who) => who)
  const counts = [...outcomes].map(([id, outcome]) => `${outcome} ${stored[id]?.length ?? 0}`)
  const impossible = counts.filter((each) => !['stored 3', 'lost 0', 'unknown 3', 'unknown 0'].includes(each))
  expect(impossible).toEqual([])
  expect(kills).toBeGreaterThan(0)
  expect(counts).toContain('lost 0')
  expect(counts).toContain('stored 3')
})

async function work(withTx: WithTx, worker: number, outcomes: Map<string, Outcome>): Promise<void> {
  for (let turn = 0; turn < EACH; turn += 1) {
    const id = `${worker}-${turn}`
    outcomes.set(id, await tryToStore(withTx, id))
  }
}

async function tryToStore(withTx: WithTx, id: string): Promise<Outcome> {
  try {
    await withTx(COUNTY, async (tx) => {
      await tx.execute(write(id))
      await Promise.all([tx.execute(write(id)), tx.execute(write(id)).catch(() => undefined)]) // some swallow errors
    })
    return 'stored'
  } catch (error) {
    if (error instanceof CommitUnknown) return 'unknown'
    if (isConnectionLoss(error)) return 'lost'
    throw error
  }
}

/** Kills one at a random moment, then lets one to four attempts end: on a slow machine some get through, too. */
async function killUntil({ owner }: Ledger, random: () => number, ended: () => number): Promise<number> {
  let kills = 0
  for (let next = 0; ended() < WORKERS * EACH;) {
    await pause(random() * 15)
    if (ended() < next) continue
    const killed = await owner`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle' order by pid offset ${Math.floor(random() * 4)} limit 1`
    kills += killed.length
    next = ended() + 1 + Math.floor(random() * 4)
  }
  return kills
}

/** A small generator (mulberry32): the same seed gives the same numbers. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
