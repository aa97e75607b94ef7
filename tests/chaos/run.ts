import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Dice } from '../support/fuzz.ts'
import { attemptsOf } from './attempts.ts'
import { Clients } from './clients.ts'
import { type ChaosCluster, onceConnected } from './cluster.ts'
import { countOf, type Done, ENOUGH_IN_FLIGHT, makeMischief, type Place, type Plan } from './mischief.ts'
import { attemptsThatFit } from './pace.ts'
import { COUNTY, copyOfScene, type Scene } from './scene.ts'
import { startServers } from './servers.ts'
import { judge, type Verdict } from './verdict.ts'

export interface Wish extends Plan {
  name: string
  seed: number
  attempts: number
  processes: number
  /** Of clients at once, for each process. */
  clientsEach: number
  /** Whoever has no answer by then has none. */
  withinMs: number
  plant?: string
  /** What is done to the fresh database first: a planted bug takes away what would hide it. */
  prepare?: readonly string[]
}

export interface Report {
  name: string
  attempts: number
  repeats: number
  winners: number
  done: readonly Done[]
  /** False when something was done while too little was in flight: then the run proves nothing. */
  counts: boolean
  verdict: Verdict
  seconds: number
}

/** Members claim over several API processes while processes, backends and the database die; then the database itself is judged. */
export async function runClaims(
  cluster: ChaosCluster,
  scene: Scene,
  wish: Wish,
  interrupted: AbortSignal,
): Promise<Report> {
  const since = performance.now()
  const url = await copyOfScene(cluster, wish.name)
  await onceConnected(url, async (sql) => {
    for (const statement of wish.prepare ?? []) await sql.unsafe(statement)
  })
  const folder = await mkdtemp(join(cluster.folder, 'api-'))
  const servers = await startServers({ url, folder, count: wish.processes, plant: wish.plant })
  const over = new AbortController()
  const signal = AbortSignal.any([interrupted, over.signal, AbortSignal.timeout(wish.withinMs)])
  const clients = new Clients(servers.posts, new Dice(wish.seed + 1), signal)
  try {
    const place = { url, posts: servers.posts, clients, cluster, dice: new Dice(wish.seed + 2), signal }
    const done = await claimAmid(scene, wish, place)
    await servers.end()
    interrupted.throwIfAborted()
    const found = await onceConnected(url, (sql) => judge(sql, COUNTY, clients.journal))
    const falls = servers.posts.reduce((sum, post) => sum + post.falls, 0)
    const verdict: Verdict = falls === 0 ? found : { ...found, 'ended by itself': falls }
    return { ...reportOf(wish, clients, done), verdict, seconds: (performance.now() - since) / 1000 }
  } finally {
    over.abort()
    await servers.end()
    await rm(folder, { recursive: true, force: true })
  }
}

/** Attempts go on until all that was planned has been done, as many as this machine answers in the time there is. */
async function claimAmid(scene: Scene, wish: Wish, place: Place): Promise<Done[]> {
  const { clients } = place
  const attempts = attemptsOf(scene, new Dice(wish.seed), wish.attempts)
  const since = performance.now()
  const wished = { ...wish, least: countOf(wish) * ENOUGH_IN_FLIGHT }
  const expected = () => attemptsThatFit(wished, { answered: clients.answered, ms: performance.now() - since })
  let isDone = false
  const mischief = makeMischief(place, wish, expected).finally(() => (isDone = true))
  const more = () => !isDone || clients.journal.length < expected()
  const [done] = await Promise.all([
    mischief,
    clients.work(attempts, { clients: wish.clientsEach * wish.processes, more }),
  ])
  return done
}

function reportOf(wish: Wish, { journal, repeats }: Clients, done: readonly Done[]) {
  const winners = journal.filter(({ answers }) => answers.some(({ status }) => status === 201)).length
  const counts = done.length === countOf(wish) && done.every(({ inFlight }) => inFlight >= ENOUGH_IN_FLIGHT)
  return { name: wish.name, attempts: journal.length, repeats, winners, done, counts }
}

export function toldOf({ name, attempts, repeats, winners, done, counts, verdict, seconds }: Report): string {
  const acts = Map.groupBy(done, ({ act }) => act)
  const hits = [...acts].map(
    ([act, each]) => `${act} × ${each.length} (in flight ${each.map(({ inFlight }) => inFlight).join(' ')})`,
  )
  const faults = Object.entries(verdict).map(([fault, count]) => `${fault} × ${count}`)
  return [
    `${name}: ${attempts} attempts, ${repeats} repeats, ${winners} winners, ${seconds.toFixed(1)} s${counts ? '' : ', VOID'}`,
    `  ${hits.join(' · ') || 'nothing died'}`,
    `  ${faults.join(' · ') || 'no fault'}`,
  ].join('\n')
}
