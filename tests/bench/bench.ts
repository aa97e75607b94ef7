import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { builtClient } from '@dj/api/main/process/build-client.ts'
import { startEmbedded } from '@dj/db/embedded.ts'
import { migrate } from '@dj/db/migrate.ts'
import postgres from 'postgres'
import { z } from 'zod'
import { memberListWeight } from '../support/route-weight.ts'
import { claimBare } from './bare-claim.ts'
import { generate, type Scene } from './generate.ts'
import { load } from './load.ts'
import { measureReading } from './reading.ts'
import { residentMiB, startProgram, startServer } from './processes.ts'
import { claimShot, readShots, SECRET } from './shots.ts'
import { Tally } from './tally.ts'

interface Result {
  name: string
  value: number
  unit: string
  baseline: number | null
  ratio: number | null
}

const quick = process.argv.includes('--quick')
const clients = 16
const WARM_MS = 1_000
const rounds = 3
const ms = quick ? 900 : 4_000
const crowd = { doers: 400, raters: 300, claimants: 4_000 }
const targets: Record<string, string> = {
  list: '≥ 0.5',
  read: '≥ 0.5',
  search: '≥ 0.4',
  claim: '≥ 0.4',
  rss: '≤ 250',
  'ready.first': '',
  'ready.second': '≤ 3',
  'healthz.import': '≤ 100',
  'healthz.limit': '≤ 100',
  'import.rows': '≥ 2000',
  'import.rss': '≤ 400',
  'web.member.js': '≤ 260',
}

await builtClient({
  root: join(import.meta.dirname, '../..'),
  env: process.env,
  say: (words) => console.log(words),
  signal: new AbortController().signal,
})
const folder = await mkdtemp(join(tmpdir(), 'dj-bench-'))
try {
  const results = [...(await measureReady()), ...(await measureRequests(10_000, '')), await measureClient()]
  results.push(
    ...(await measureReading(join(folder, 'reading'))).map(({ name, value, unit }) => plain(name, value, unit)),
  )
  if (!quick) results.push(...(await measureRequests(1_000_000, '.1m')))
  await keep(results)
} finally {
  await rm(folder, { recursive: true, force: true })
}

/** From the spawn to /readyz, on an empty folder and again on the same one. */
async function measureReady(): Promise<Result[]> {
  const settings = { DATA_DIR: join(folder, 'ready'), DEMO: '0', API_ONLY: '1' }
  const results: Result[] = []
  for (const name of ['ready.first', 'ready.second']) {
    const server = await startServer(settings)
    await server.stop()
    results.push(plain(name, server.readyMs / 1000, 's'))
  }
  return results
}

/** Ours beside the bare route, turn by turn, so that both meet the same machine. */
async function measureRequests(orders: number, suffix: string): Promise<Result[]> {
  const cluster = await startEmbedded({ dataDir: join(folder, `orders-${orders}`) })
  try {
    await migrate(cluster.url)
    const scene = await generate(cluster.url, { orders, crowd })
    const people = await peopleOf(cluster.url)
    const DATA_DIR = join(folder, `server-${orders}`)
    const server = await startServer({
      DATA_DIR,
      DATABASE_URL: cluster.url,
      AUTH_SECRET: SECRET,
      DEMO: '0',
      API_ONLY: '1',
    })
    const bare = await startProgram('bare.ts', { DATABASE_URL: cluster.url })
    const { port } = z.object({ port: z.number() }).parse(bare.told)
    const results: Result[] = []
    for (const [name, pair] of Object.entries(readShots(scene, people))) {
      const [ours, theirs] = [new Tally(), new Tally()]
      const counters = [{ next: 0 }, { next: 0 }] as const
      // Both are warm before anything counts.
      await load({ port: server.port, clients, ms: WARM_MS, shot: pair.ours, counter: counters[0] }, new Tally())
      await load({ port, clients, ms: WARM_MS, shot: pair.bare, counter: counters[1] }, new Tally())
      for (let round = 0; round < rounds; round += 1) {
        await load({ port: server.port, clients, ms: ms / 2, shot: pair.ours, counter: counters[0] }, ours)
        await load({ port, clients, ms: ms / 2, shot: pair.bare, counter: counters[1] }, theirs)
      }
      refuseUnexpected(name, ours.unexpected(200))
      refuseUnexpected(`${name} (bare)`, theirs.unexpected(200))
      results.push(compared(name + suffix, ours, theirs.rate(200), 200))
    }
    results.push(await measureClaims(cluster.url, scene, people, server.port, suffix))
    results.push(plain(`rss${suffix}`, await residentMiB(server.pid), 'MiB'))
    await Promise.all([server.stop(), bare.stop()])
    return results
  } finally {
    await cluster.stop()
  }
}

/** Claims over HTTP, and the same statements in a raw driver loop, on orders of their own. */
async function measureClaims(
  url: string,
  scene: Scene,
  people: readonly string[],
  port: number,
  suffix: string,
): Promise<Result> {
  const half = Math.floor(scene.claimable.length / 2)
  const ours = new Tally()
  const shot = claimShot(scene.claimable.slice(0, half), crowd)
  const counter = { next: 0 }
  await load({ port, clients, ms: WARM_MS, shot, counter }, new Tally())
  await load({ port, clients, ms: ms * 1.5, shot, counter }, ours)
  refuseUnexpected('claim', ours.unexpected(201, 409))
  const claimants = people.slice(crowd.doers + crowd.raters)
  const baseline = await claimBare(url, { orders: scene.claimable.slice(half), claimants, clients, ms: ms * 1.5 })
  return compared(`claim${suffix}`, ours, baseline, 201)
}

async function measureClient(): Promise<Result> {
  return plain('web.member.js', (await memberListWeight()) / 1024, 'kB gzip')
}

async function peopleOf(url: string): Promise<string[]> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined })
  const rows = await sql<{ id: string }[]>`
    select id from person where account_id like 'bench-account-%' order by substring(account_id from '[0-9]+$')::int`
  await sql.end()
  return rows.map(({ id }) => id)
}

function refuseUnexpected(name: string, unexpected: readonly string[]): void {
  if (unexpected.length > 0)
    throw new Error(`${name} answered ${unexpected.join(', ')}: what was measured is not what was meant`)
}

function plain(name: string, value: number, unit: string): Result {
  return {
    name,
    value: round2(value),
    unit,
    baseline: null,
    ratio: null,
  }
}

function compared(name: string, ours: Tally, baseline: number, status: number): Result {
  const value = ours.rate(status)
  console.log(`${name.padEnd(14)} p50 ${ours.within(0.5).toFixed(1)} ms · p95 ${ours.within(0.95).toFixed(1)} ms`)
  return { name, value: round2(value), unit: 'requests/s', baseline: round2(baseline), ratio: round2(value / baseline) }
}

function round2(value: number): number {
  return Math.round(value * 100) / 100
}

async function keep(results: readonly Result[]): Promise<void> {
  console.table(results.map((result) => ({ ...result, target: targets[result.name] ?? '' })))
  const file = join(import.meta.dirname, 'results/latest.json')
  await mkdir(join(file, '..'), { recursive: true })
  await writeFile(file, `${JSON.stringify(results, null, 2)}\n`)
}
