import { setTimeout as pause } from 'node:timers/promises'
import type { Sql } from 'postgres'
import type { Dice } from '../support/fuzz.ts'
import type { Clients } from './clients.ts'
import { onceConnected } from './cluster.ts'
import type { Post } from './servers.ts'

export type Act = 'kill -9' | 'backends' | 'crash'

/** What was done, and how many operations it hit: those on their way to the victim, or all of them for the database. */
export interface Done {
  act: Act
  inFlight: number
}

export interface Plan {
  kills: number
  terminations: number
  crashes: number
  /** How long to wait for answers before the next act, where they may not come at all. */
  patienceMs?: number
  /** Backends are hit between two statements of a transaction only, and not in the middle of one. */
  between?: boolean
}

/** Fewer in flight than this at any act, and the run proves nothing. */
export const ENOUGH_IN_FLIGHT = 20
const BACKENDS = 3

interface Place {
  url: string
  posts: readonly Post[]
  clients: Clients
  crash: () => Promise<void>
  dice: Dice
  signal: AbortSignal
}

/** Does all that in random order, spread over the first `attempts` answers. */
export async function makeMischief(place: Place, plan: Plan, attempts: number): Promise<Done[]> {
  const acts = shuffled(planned(plan), place.dice)
  const done: Done[] = []
  for (const [index, act] of acts.entries()) {
    const due = (attempts * (index + 1)) / (acts.length + 1)
    const latest = performance.now() + (plan.patienceMs ?? Infinity)
    while (place.clients.answered < due && performance.now() < latest && !place.signal.aborted) await pause(4)
    if (!place.signal.aborted) done.push(await perform(place, act, plan.between ?? place.dice.chance(0.5)))
  }
  return done
}

const planned = ({ kills, terminations, crashes }: Plan): Act[] => [
  ...Array.from({ length: kills }, () => 'kill -9' as const),
  ...Array.from({ length: terminations }, () => 'backends' as const),
  ...Array.from({ length: crashes }, () => 'crash' as const),
]

function shuffled<T>(things: readonly T[], dice: Dice): T[] {
  return things
    .map((thing) => ({ thing, at: dice.next() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ thing }) => thing)
}

async function perform(place: Place, act: Act, between: boolean): Promise<Done> {
  if (act === 'kill -9') return killOne(place)
  await until(place.signal, () => place.clients.underWay >= ENOUGH_IN_FLIGHT && place.posts.some(({ isUp }) => isUp))
  const inFlight = place.clients.underWay
  if (act === 'crash') await place.crash()
  else await onceConnected(place.url, (sql) => terminateSome(sql, between)).catch(() => undefined)
  return { act, inFlight }
}

async function killOne({ posts, dice, signal }: Place): Promise<Done> {
  const busy = () => posts.filter(({ isUp, underWay }) => isUp && underWay >= ENOUGH_IN_FLIGHT)
  await until(signal, () => busy().length > 0)
  const candidates = busy()
  if (candidates.length === 0) return { act: 'kill -9', inFlight: 0 }
  const victim = dice.pick(candidates)
  const inFlight = victim.underWay
  victim.kill()
  return { act: 'kill -9', inFlight }
}

/** Backends in the middle of something: between two statements of a transaction, or of a statement. */
async function terminateSome(sql: Sql, between: boolean): Promise<void> {
  await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()
    and application_name = 'dangjian' and state = ${between ? 'idle in transaction' : 'active'} limit ${BACKENDS}`
}

async function until(signal: AbortSignal, holds: () => boolean): Promise<void> {
  while (!holds() && !signal.aborted) await pause(2)
}
