import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { launchServer, type ServerProcess, startServer, waitFor } from '../../support/server-process.ts'

let dataDir = ''
const running: ServerProcess[] = []

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'dj-data-'))
})
afterEach(async () => {
  for (const server of running.splice(0)) if (server.child.exitCode === null && !server.child.killed) await server.end()
  await rm(dataDir, { recursive: true, force: true, maxRetries: 10 })
})

async function start(env: Record<string, string> = {}): Promise<ServerProcess> {
  const server = await startServer({ DATA_DIR: dataDir, ...env })
  running.push(server)
  return server
}

async function signIn(address: string, password: string) {
  const headers = { 'content-type': 'application/json' }
  const body = JSON.stringify({ username: 'member1', password })
  const reply = await fetch(`${address}/api/v1/session`, { method: 'POST', headers, body })
  return { status: reply.status, cookie: reply.headers.getSetCookie().join().split(';')[0] ?? '' }
}

async function ordersSeenBy(address: string, cookie: string): Promise<number> {
  const reply = await fetch(`${address}/api/v1/orders?limit=1`, { headers: { cookie } })
  return Number(Object((await reply.json()) as unknown).total)
}

const kept = async () => (await readFile(join(dataDir, 'demo-password'), 'utf8')).trim()

test(
  'a start that was killed while it filled the demo is made good by the next, which a kill -9 does not harm',
  { timeout: 120_000 },
  async () => {
    const interrupted = launchServer({ DATA_DIR: dataDir })
    await waitFor(interrupted.child, interrupted.said, /demo county/)
    await pause(1_500)
    interrupted.child.kill('SIGKILL')
    await interrupted.ended

    const first = await start()
    const password = await kept()
    expect(first.said()).toContain(password)
    expect((await stat(join(dataDir, 'demo-password'))).mode & 0o777).toBe(0o600)
    const { cookie } = await signIn(first.address, password)
    const orders = await ordersSeenBy(first.address, cookie)
    expect(orders).toBeGreaterThan(20)
    first.child.kill('SIGKILL')

    const second = await start()
    expect(second.said()).not.toContain(password) // it is shown once
    expect(await ordersSeenBy(second.address, cookie)).toBe(orders) // the session, too, has survived
    expect(await second.end()).toMatchObject({ code: 0 })

    const third = await start({ DEMO_PASSWORD: 'chosen by me' })
    expect((await signIn(third.address, password)).status).toBe(401)
    expect((await signIn(third.address, 'chosen by me')).status).toBe(200)
    expect(await kept()).toBe('chosen by me')
  },
)

test('Ctrl-C in the middle of the first start leaves nothing running', { timeout: 60_000 }, async () => {
  const impatient = launchServer({ DATA_DIR: dataDir })
  await waitFor(impatient.child, impatient.said, /demo county/)
  impatient.child.kill('SIGINT')
  expect(await impatient.ended).toBe(0)
  await expect(stat(join(dataDir, 'postgres', 'postmaster.pid'))).rejects.toThrow('ENOENT')
})
