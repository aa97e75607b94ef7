import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { OrderPage } from '@dj/shared/build/order/order.schema.ts'
import { ClaimPage } from '@dj/shared/claim/claim/claim.schema.ts'
import postgres from 'postgres'
import { expect, test as base } from 'vitest'
import { freshDatabase } from '../../support/database.ts'
import { launchServer, type ServerProcess, startServer } from '../../support/server-process.ts'

const day = 86_400_000
const DEMO_PASSWORD = 'demo-password-1'

interface Installation {
  url: string
  /** A demo on one database, started again and again; ended with the test. */
  start: (env?: Record<string, string>) => Promise<ServerProcess>
  /** A start that is refused: what it said. */
  refused: (env: Record<string, string>) => Promise<string>
}

const test = base.extend<{ installation: Installation }>({
  installation: async ({ task: _ }, use) => {
    const { url, drop } = await freshDatabase()
    const dataDir = await mkdtemp(join(tmpdir(), 'dj-clock-'))
    const started: ServerProcess[] = []
    const around = { DATABASE_URL: url, DATA_DIR: dataDir, DEMO: '1', DEMO_PASSWORD }
    const start = async (env: Record<string, string> = {}) => {
      const server = await startServer({ ...around, ...env })
      started.push(server)
      return server
    }
    const refused = async (env: Record<string, string>) => {
      const { ended, said } = launchServer({ ...around, ...env })
      expect(await ended).toBe(1)
      return said()
    }
    await use({ url, start, refused })
    for (const { child } of started) child.kill('SIGKILL')
    await rm(dataDir, { recursive: true })
    await drop()
  },
})

const readiness = async ({ address }: ServerProcess) => (await fetch(`${address}/readyz`)).json()

async function signIn({ address }: ServerProcess, username: string) {
  const reply = await fetch(`${address}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password: DEMO_PASSWORD }),
  })
  expect(reply.status).toBe(200)
  const cookie = reply.headers.getSetCookie().join('; ')
  return (path: string, body?: object) =>
    fetch(`${address}/api/v1${path}`, {
      method: body ? 'POST' : 'GET',
      headers: { cookie, 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
      ...(body && { body: JSON.stringify(body) }),
    })
}

/** How far from the real time the instant lies, in whole days. */
const daysAhead = (instant: unknown) => Math.round((Date.parse(String(instant)) - Date.now()) / day)

async function ask<Row extends object>(url: string, words: string): Promise<Row[]> {
  const sql = postgres(url, { max: 1, fetch_types: false })
  try {
    return await sql.unsafe<Row[]>(words)
  } finally {
    await sql.end()
  }
}

test('the clock of a demo moves everything, says so with every answer, and never runs back', async ({
  installation: { url, start, refused },
}) => {
  const now = await start()
  expect(await readiness(now)).toEqual({ status: 'ready' })
  expect((await fetch(`${now.address}/healthz`)).headers.get('x-demo-clock')).toBeNull()
  await now.end()

  const later = await start({ DEMO_CLOCK: '+45d' })
  expect(later.said()).toContain('演示时钟 clock')
  expect(daysAhead(Object(await readiness(later)).demoClock)).toBe(45)
  for (const path of ['/healthz', '/api/v1/orders', '/api/v1/nothing', '/nowhere'])
    expect(daysAhead((await fetch(later.address + path)).headers.get('x-demo-clock'))).toBe(45)

  const secretary = await signIn(later, 'secretary1')
  const [session] = await ask<{ ahead: number }>(
    url,
    `select round(extract(epoch from max(expires_at) - now()) / 86400)::int as ahead from auth_session`,
  )
  expect(session?.ahead).toBe(52)
  // What became due on a day when no server was there has the date of that day.
  const { items } = ClaimPage.parse(await (await secretary('/claims?state=released&limit=50')).json())
  const ended = items.filter(({ endReason }) => endReason === 'overdue').map(({ endedAt }) => daysAhead(endedAt))
  expect(ended.some((day) => day > 0 && day < 45)).toBe(true)
  const { items: orders } = OrderPage.parse(await (await secretary('/orders?state=open&limit=50')).json())
  const seconded = await Promise.all(orders.map(({ id }) => secretary(`/orders/${id}/seconds`, {})))
  expect(seconded.some(({ ok }) => ok)).toBe(true)
  const [last] = await ask<{ ahead: number }>(
    url,
    `select round(extract(epoch from max(at) - now()) / 86400)::int as ahead from event where kind = 'order.seconded'`,
  )
  expect(last?.ahead).toBe(45)
  await later.end()

  const back = await start({ DEMO_CLOCK: '+1d' })
  expect(back.said()).toContain('The clock does not run back')
  expect(daysAhead(Object(await readiness(back)).demoClock)).toBe(45)
  await back.end()
  expect(await refused({ DEMO: '0' })).toContain('DEMO=1')

  await ask(url, 'update county set demo = false')
  expect(await refused({ DEMO_CLOCK: '+60d' })).toContain('not a demo')
}, 300_000)
