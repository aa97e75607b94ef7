import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { verify } from '../support/bundles.ts'
import { clientOf } from '../support/client.ts'
import { Dice } from '../support/fuzz.ts'
import type { Attempt } from './attempts.ts'
import { Clients, type Entry } from './clients.ts'
import { type ChaosCluster, onceConnected } from './cluster.ts'
import { countOf, type Done, ENOUGH_IN_FLIGHT, makeMischief, type Plan } from './mischief.ts'
import { startServers } from './servers.ts'
import { answers, LEDGERS, ledgers, once, photosWithoutEnd } from './verbs-attempts.ts'
import { DRAW_DAY, makeClosable, makeVerbsScene } from './verbs-scene.ts'
import { judgeVerbs, verbOf } from './verbs-verdict.ts'

export interface VerbsReport {
  /** Of each verb how many were sent and told of. */
  told: Record<string, number>
  done: readonly Done[]
  counts: boolean
  verdict: Record<string, number>
  seconds: number
}

const acts: Plan['acts'] = { 'kill -9': 1, SIGTERM: 1, backends: 2, crash: 1, 'full disk': 1 }

/** What must happen once, amid the same deaths: deliveries are answered, photos and ledgers sent in, the round is drawn and closed. */
export async function runVerbs(cluster: ChaosCluster, seed: number, interrupted: AbortSignal): Promise<VerbsReport> {
  const since = performance.now()
  const scene = await makeVerbsScene(cluster, { deliveries: 60 })
  const signal = AbortSignal.any([interrupted, AbortSignal.timeout(180_000)])
  const folder = await mkdtemp(join(cluster.folder, 'verbs-'))
  const servers = await startServers({ url: scene.url, folder, count: 2, plant: undefined, clock: DRAW_DAY })
  const clients = new Clients(servers.posts, new Dice(seed), signal)
  const done: Done[] = []
  const amid = async (first: readonly Attempt[], stage: string) => {
    const photos = photosWithoutEnd(scene, stage)
    const over = new AbortController()
    const enough = first.length + countOf({ acts }) * ENOUGH_IN_FLIGHT
    const before = clients.answered
    const place = { url: scene.url, posts: servers.posts, clients, cluster, dice: new Dice(seed + 1), signal }
    const mischief = makeMischief(place, { acts }, () => before + enough).finally(() => over.abort())
    const attempts = function* (): Generator<Attempt> {
      yield* first
      while (!over.signal.aborted) yield photos.next().value
    }
    await Promise.all([
      mischief.then((hits) => done.push(...hits)),
      clients.work(attempts(), { clients: 60, more: () => true }),
    ])
  }
  try {
    const { round } = scene
    await amid([...answers(scene), ...ledgers(scene), once('draw', round.drawer, round.id)], 'first')
    await makeClosable(scene)
    await amid([...ledgers(scene, LEDGERS), once('close', round.second, round.id, 'close/confirmation')], 'then')
    await servers.end()
    interrupted.throwIfAborted()
    const verdict = await onceConnected(scene.url, (sql) => judgeVerbs(sql, clients.journal))
    const bundle = await clientOf(scene.open, null).get(`/rounds/${round.id}/bundle`)
    if (!(await verify(bundle.body)).ok) verdict['another draw than the bundle’s'] = 1
    const counts = done.length === 2 * countOf({ acts }) && done.every(({ inFlight }) => inFlight >= ENOUGH_IN_FLIGHT)
    return { told: toldByVerb(clients.journal), done, counts, verdict, seconds: (performance.now() - since) / 1000 }
  } finally {
    await servers.end()
    await scene.open.end()
    await rm(folder, { recursive: true, force: true })
  }
}

const toldByVerb = (journal: readonly Entry[]) =>
  Object.fromEntries([...Map.groupBy(journal, ({ key }) => verbOf(key))].map(([verb, each]) => [verb, each.length]))

export function toldOfVerbs({ told, done, counts, verdict, seconds }: VerbsReport): string {
  const all = Object.entries(told).map(([verb, count]) => `${verb} × ${count}`)
  const hits = done.map(({ act, inFlight }) => `${act} ${inFlight}`)
  const found = Object.entries(verdict).map(([fault, count]) => `${fault} × ${count}`)
  return [
    `verbs: ${all.join(' · ')}, ${seconds.toFixed(1)} s${counts ? '' : ', VOID'}`,
    `  in flight: ${hits.join(' · ')}`,
    `  ${found.join(' · ') || 'no fault'}`,
  ].join('\n')
}
