import { mkdtemp, readdir, readlink, rm } from 'node:fs/promises'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import postgres, { type Sql } from 'postgres'
import { afterAll, beforeAll, expect, test as base } from 'vitest'
import { type Embedded, startEmbedded } from './embedded.ts'
import { isAlive, readPostmaster } from './embedded/postmaster.ts'
import type { ServerNews } from './embedded/watch.ts'

interface Watched {
  server: Embedded
  sql: Sql
  news: ServerNews[]
  events(): string[]
}

let dataDir = ''
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'dj-watched-'))
})
afterAll(() => rm(dataDir, { recursive: true }))

const test = base.extend<{ watched: Watched }>({
  watched: async ({ task: _ }, use) => {
    const news: ServerNews[] = []
    const server = await startEmbedded({ dataDir, tell: (each) => void news.push(each) })
    const sql = postgres(server.url, { max: 4, onnotice: () => undefined, backoff: () => 0.05 })
    await sql`drop table if exists kept`
    await sql`create table kept (id int)`
    await use({ server, sql, news, events: () => news.map(({ event }) => event) })
    await sql.end({ timeout: 0 })
    await server.stop()
  },
})

/** As the system does when memory runs out. */
async function kill(): Promise<void> {
  const postmaster = await readPostmaster({ pgData: join(dataDir, 'postgres') })
  const pid = postmaster?.pid ?? 0
  process.kill(pid, 'SIGKILL')
  while (isAlive(pid)) await pause(1)
}

const idsIn = async (sql: Sql) => (await sql<{ id: number }[]>`select id from kept order by id`).map(({ id }) => id)
const soon = { timeout: 30_000, interval: 5 }

/** Servers of ours and what they left behind. */
async function processesLeft(): Promise<string[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const folders = await Promise.all(pids.map((pid) => readlink(`/proc/${pid}/cwd`).catch(() => '')))
  return pids.filter((_, index) => folders[index] === join(dataDir, 'postgres'))
}

test('a server that is killed comes back by itself, at the same address, with every acknowledged write', async ({
  watched: { sql, events, server },
}) => {
  const acknowledged: number[] = []
  const enough = new AbortController()
  const writers = [0, 1, 2, 3].map(async (writer) => {
    for (let id = writer; !enough.signal.aborted; id += 4)
      await sql`insert into kept values (${id})`.then(
        () => acknowledged.push(id),
        () => pause(5),
      )
  })
  await expect.poll(() => acknowledged.length, soon).toBeGreaterThan(50)
  await kill()
  const before = acknowledged.length
  await expect.poll(() => acknowledged.length, soon).toBeGreaterThan(before + 50)
  enough.abort()
  await Promise.all(writers)
  const stored = new Set(await idsIn(sql))
  expect(acknowledged.filter((id) => !stored.has(id))).toEqual([])
  expect(events()).toEqual(['ended', 'restarting', 'back'])
  await expect.poll(() => server.isRestarting(), soon).toBe(false)
})

test('a child of the killed server amid a long computation does not keep the new one from starting', async ({
  watched: { sql, events },
}) => {
  const endless = sql`select count(*) from generate_series(1, 4000000000) as a`.catch(() => undefined)
  const busy = () => sql`select from pg_stat_activity where state = 'active' and pid <> pg_backend_pid()
    and query like '%4000000000%'`
  await expect.poll(busy, soon).toHaveLength(1)
  await kill()
  expect(await processesLeft()).not.toEqual([])
  await expect.poll(() => idsIn(sql).catch(() => undefined), soon).toEqual([])
  expect(events()).toEqual(['ended', 'restarting', 'back'])
  await endless
})

test('while another program sits on its port it waits, says so, and is back when the port is free', async ({
  watched: { sql, news, events, server },
}) => {
  await kill()
  const squatter = createServer().listen(Number(new URL(server.url).port), '127.0.0.1')
  await once(squatter, 'listening')
  await expect.poll(events, soon).toContain('not_started')
  expect(server.isRestarting()).toBe(true)
  const refusal = news.find(({ event }) => event === 'not_started')
  expect(refusal).toMatchObject({
    error: new Error(`another program listens on the database's port ${new URL(server.url).port}`),
  })
  squatter.close()
  await expect.poll(() => idsIn(sql).catch(() => undefined), soon).toEqual([])
  await expect.poll(() => events().at(-1), soon).toBe('back')
})

test.for([
  ['restarting', 0],
  ['restarting', 30],
  ['restarting', 90],
  ['back', 0],
] as const)(
  'a stop in the middle of a restart (%s + %i ms) leaves nothing running, and nothing lost',
  async ([event, ms], { watched }) => {
    await watched.sql`insert into kept values (7)`
    await kill()
    await expect.poll(watched.events, { timeout: 30_000, interval: 1 }).toContain(event)
    await pause(ms)
    await watched.server.stop()
    await expect.poll(processesLeft, soon).toEqual([])
    const again = await startEmbedded({ dataDir })
    const sql = postgres(again.url, { max: 1, onnotice: () => undefined })
    expect(await idsIn(sql)).toEqual([7])
    await sql.end()
    await again.stop()
  },
)

test('of two that use one server one starts it again, and both find it', async ({ watched }) => {
  const news: ServerNews[] = []
  const second = await startEmbedded({ dataDir, tell: (each) => void news.push(each) })
  expect(second.url).toBe(watched.server.url)
  await kill()
  await expect.poll(() => idsIn(watched.sql).catch(() => undefined), soon).toEqual([])
  await expect.poll(() => [watched.server, second].map((each) => each.isRestarting()), soon).toEqual([false, false])
  expect([...watched.news, ...news].filter(({ event }) => event === 'not_started')).toEqual([])
  await second.stop()
})
