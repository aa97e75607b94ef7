import { setTimeout as pause } from 'node:timers/promises'
import type { Sql } from 'postgres'
import type { Dice } from '../support/fuzz.ts'
import type { ChaosCluster } from './cluster.ts'
import type { Clients } from './clients.ts'
import { onceConnected } from './cluster.ts'
import type { Post } from './servers.ts'

/** What is done, and to which: one busy API process, the connections of all of them, or the database. */
const acts = {
  'kill -9': 'process',
  SIGTERM: 'process',
  SIGSTOP: 'process',
  'clock step': 'process',
  'slow line': 'process',
  'half-open': 'process',
  backends: 'database',
  crash: 'database',
  'postmaster killed': 'database',
  'slow disk': 'database',
  'full disk': 'database',
} as const
export type Act = keyof typeof acts

/** What was done, and how many operations it hit: those on their way to the victim, or all of them for the database. */
export interface Done {
  act: Act
  inFlight: number
}

export interface Plan {
  /** How often each. */
  acts: Partial<Record<Act, number>>
  /** How long to wait for answers before the next act, where they may not come at all. */
  patienceMs?: number
  /** Backends are hit between two statements of a transaction only, and not in the middle of one. */
  between?: boolean
}

/** Fewer in flight than this at any act, and the run proves nothing. */
export const ENOUGH_IN_FLIGHT = 20
const BACKENDS = 3
const FOR_A_WHILE_MS = 1_500
const SLOW_CHUNK_MS = 25

export interface Place {
  url: string
  posts: readonly Post[]
  clients: Clients
  cluster: Pick<ChaosCluster, 'crash'>
  dice: Dice
  signal: AbortSignal
}

export const countOf = ({ acts }: Plan): number => Object.values(acts).reduce((sum, each) => sum + each, 0)

/** Does all that in random order, spread over the first answers, as many as `expected` says at the moment. */
export async function makeMischief(place: Place, plan: Plan, expected: () => number): Promise<Done[]> {
  const all = shuffled(planned(plan), place.dice)
  const done: Done[] = []
  for (const [index, act] of all.entries()) {
    const due = () => (expected() * (index + 1)) / (all.length + 1)
    const latest = performance.now() + (plan.patienceMs ?? Infinity)
    while (place.clients.answered < due() && performance.now() < latest && !place.signal.aborted) await pause(4)
    if (!place.signal.aborted) done.push(await perform(place, act, plan.between ?? place.dice.chance(0.5)))
  }
  return done
}

const planned = ({ acts }: Plan): Act[] =>
  Object.entries(acts).flatMap(([act, count]) => Array.from({ length: count }, () => act as Act))

function shuffled<T>(things: readonly T[], dice: Dice): T[] {
  return things
    .map((thing) => ({ thing, at: dice.next() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ thing }) => thing)
}

async function perform(place: Place, act: Act, between: boolean): Promise<Done> {
  if (acts[act] === 'process') return { act, inFlight: await hitOne(place, act) }
  await until(place.signal, () => place.clients.underWay >= ENOUGH_IN_FLIGHT && place.posts.some(({ isUp }) => isUp))
  const inFlight = place.clients.underWay
  if (act === 'crash') await place.cluster.crash('SIGQUIT')
  else if (act === 'postmaster killed') await place.cluster.crash('SIGKILL')
  else if (act === 'backends')
    await onceConnected(place.url, (sql) => terminateSome(sql, between)).catch(() => undefined)
  else await onceConnected(place.url, (sql) => hinderWrites(sql, act === 'full disk'))
  return { act, inFlight }
}

/** Answers how many requests were on their way to it. */
async function hitOne({ posts, dice, signal }: Place, act: Act): Promise<number> {
  const busy = () => posts.filter(({ isUp, underWay }) => isUp && underWay >= ENOUGH_IN_FLIGHT)
  await until(signal, () => busy().length > 0)
  const candidates = busy()
  if (candidates.length === 0) return 0
  const victim = dice.pick(candidates)
  const inFlight = victim.underWay
  if (act === 'kill -9') victim.kill()
  else if (act === 'SIGTERM') victim.dismiss()
  else if (act === 'clock step') victim.signal('SIGUSR2')
  else if (act === 'half-open') victim.line.forget()
  else if (act === 'SIGSTOP') {
    victim.signal('SIGSTOP')
    await pause(FOR_A_WHILE_MS)
    victim.signal('SIGCONT')
  } else {
    victim.line.slow(SLOW_CHUNK_MS)
    await pause(FOR_A_WHILE_MS)
    victim.line.slow(0)
  }
  return inFlight
}

/** Backends in the middle of something: between two statements of a transaction, or of a statement. */
async function terminateSome(sql: Sql, between: boolean): Promise<void> {
  await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()
    and application_name = 'dangjian' and state = ${between ? 'idle in transaction' : 'active'} limit ${BACKENDS}`
}

/** For a while every transaction with an event finds at its commit that the disk is full, or waits for it. */
async function hinderWrites(sql: Sql, isFull: boolean): Promise<void> {
  const hindrance = isFull
    ? `raise exception 'no space left on device' using errcode = '53100'`
    : `perform pg_sleep(0.2)`
  await sql.unsafe(`
    create function chaos_disk() returns trigger language plpgsql as $$ begin ${hindrance}; return null; end $$;
    create constraint trigger chaos_disk after insert on event deferrable initially deferred
      for each row execute function chaos_disk()`)
  await pause(FOR_A_WHILE_MS)
  await sql.unsafe('drop trigger chaos_disk on event; drop function chaos_disk()')
}

async function until(signal: AbortSignal, holds: () => boolean): Promise<void> {
  while (!holds() && !signal.aborted) await pause(2)
}
