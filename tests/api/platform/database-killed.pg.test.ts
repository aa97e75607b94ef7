import { randomUUID } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { readPostmaster } from '@dj/db/embedded/postmaster.ts'
import { NeedReceipt } from '@dj/shared/collect/need/need.schema.ts'
import { must } from '@dj/shared/platform/assert.ts'
import { expect, onTestFinished, test as base, vi } from 'vitest'
import { type ServerProcess, startServer } from '../../support/server-process.ts'

interface Installation {
  server: ServerProcess
  dataDir: string
}

const test = base.extend<{ installation: Installation }>({
  installation: async ({ task: _ }, use) => {
    const dataDir = await mkdtemp(join(tmpdir(), 'dj-data-'))
    const server = await startServer({ DATA_DIR: dataDir, LOG_LEVEL: 'warn' })
    await use({ server, dataDir })
    await server.end()
    await rm(dataDir, { recursive: true, maxRetries: 10 })
  },
})

const soon = { timeout: 60_000, interval: 10 }

test(
  'the database is killed under load: the server brings it back, says so, and has kept all it acknowledged',
  { timeout: 180_000 },
  async ({ installation: { server, dataDir } }) => {
    const member = await signIn(server.address, (await readFile(join(dataDir, 'demo-password'), 'utf8')).trim())
    const acknowledged: string[] = []
    const enough = new AbortController()
    onTestFinished(() => enough.abort())
    const atWork = [1, 2, 3, 4].map(() => raiseUntil(enough.signal, member, acknowledged))
    await vi.waitFor(() => expect(acknowledged.length).toBeGreaterThan(20), soon)

    const { pid } = must(await readPostmaster({ pgData: join(dataDir, 'postgres') }), 'a running database')
    process.kill(pid, 'SIGKILL')
    const seen = new Set<string>()
    await vi.waitFor(async () => {
      const look = await Promise.all(['/readyz', '/healthz'].map((path) => fetch(server.address + path)))
      const [ready, health] = await Promise.all(look.map((reply) => reply.text()))
      expect(health).toBe('{"status":"alive"}')
      seen.add(ready ?? '')
      expect(seen).toContain('{"status":"database_restarting"}')
      expect(ready).toBe('{"status":"ready"}')
    }, soon)
    const before = acknowledged.length
    await vi.waitFor(() => expect(acknowledged.length).toBeGreaterThan(before + 10), soon)
    enough.abort()
    await Promise.all(atWork)

    const found = await Promise.all(acknowledged.map(async (id) => (await member(`/needs/${id}`)).status))
    expect(found.filter((status) => status !== 200)).toEqual([])
    const lines = ['the database server has died', 'starting the database server again', 'the database server is back']
    expect(lines.filter((line) => !server.said().includes(line))).toEqual([])
  },
)

type Ask = (path: string, body?: object) => Promise<Response>

async function signIn(address: string, password: string): Promise<Ask> {
  const ask = (cookie: string) => (path: string, body?: object) => {
    const headers = { cookie, 'content-type': 'application/json', 'idempotency-key': randomUUID() }
    const sent = body ? { method: 'POST', body: JSON.stringify(body) } : {}
    return fetch(`${address}/api/v1${path}`, { headers, ...sent })
  }
  const reply = await ask('')('/session', { username: 'member1', password })
  return ask(reply.headers.getSetCookie().join().split(';')[0] ?? '')
}

/** Raises needs one after the other; who is asked to wait waits. */
async function raiseUntil(enough: AbortSignal, member: Ask, acknowledged: string[]): Promise<void> {
  while (!enough.aborted) {
    const reply = await member('/needs', { body: '希望开设夜校', category: 'skills' })
    if (reply.status === 201) acknowledged.push(NeedReceipt.parse(await reply.json()).need.id)
    else {
      expect(reply.status).toBe(503)
      await pause(20)
    }
  }
}
