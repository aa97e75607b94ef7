import { once } from 'node:events'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { must } from '@dj/shared/platform/assert.ts'
import { expect, test as base } from 'vitest'
import { freshDatabase } from '../../support/database.ts'
import { launchServer, type ServerProcess, startServer, waitFor } from '../../support/server-process.ts'

interface Installation {
  url: string
  dataDir: string
  /** The server on an empty database; ended with the test. */
  start: (env?: Record<string, string>) => Promise<ServerProcess>
}

const test = base.extend<{ installation: Installation }>({
  installation: async ({ task: _ }, use) => {
    const { url, drop } = await freshDatabase()
    const dataDir = await mkdtemp(join(tmpdir(), 'dj-data-'))
    const started: ServerProcess[] = []
    const start = async (env: Record<string, string> = {}) => {
      const server = await startServer({ DATABASE_URL: url, DATA_DIR: dataDir, DEMO: '0', ...env })
      started.push(server)
      return server
    }
    await use({ url, dataDir, start })
    for (const { child } of started) child.kill('SIGKILL')
    await rm(dataDir, { recursive: true })
    await drop()
  },
})

const someone = (username: string) => ({ alias: '管理员', name: '张三', username })
const installer = { ...someone('sysadmin'), password: 'a long pass phrase' }
const setUp = (address: string, code: string, key: string) =>
  fetch(`${address}/api/v1/setup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': key },
    body: JSON.stringify({
      code,
      county: { id: '330382', name: '乐清市' },
      towns: [{ name: '柳市镇' }],
      administrators: { system: installer, security: someone('secadmin'), audit: someone('auditadmin') },
    }),
  })

const signIn = (address: string) =>
  fetch(`${address}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'sysadmin', password: 'a long pass phrase' }),
  })

const modeOf = async (path: string) => (await stat(path)).mode & 0o777

test('without demo the first start prints a code that opens set-up once, and the second has none to print', async ({
  installation,
}) => {
  const { start, dataDir } = installation
  const first = await start()
  const code = must(/code\s+(\S+)/.exec(first.said())?.[1], 'a set-up code')
  expect((await setUp(first.address, 'WRONG-CODE', 'wrong-code-first')).status).toBe(403)
  expect((await setUp(first.address, code, 'the-right-code')).status).toBe(201)
  expect((await setUp(first.address, code, 'the-code-again')).status).toBe(404)
  expect((await first.end()).code).toBe(0)

  const second = await start({ DEMO: '1' })
  expect(second.said()).not.toMatch(/code|demo/)
  expect((await signIn(second.address)).status).toBe(200)
  expect(await modeOf(join(dataDir, 'auth-secret'))).toBe(0o600)
})

test('it tells whether it lives and is ready, and shows its metrics to this machine or for the token only', async ({
  installation,
}) => {
  const { address } = await installation.start({ METRICS_TOKEN: 'a token of sixteen or more' })
  const look = (path: string, headers = {}) => fetch(address + path, { headers })
  expect(await (await look('/healthz')).json()).toEqual({ status: 'alive' })
  expect(await (await look('/readyz')).json()).toEqual({ status: 'ready' })
  expect(await (await look('/metrics')).text()).toContain('http_requests_total')
  const proxied = { 'x-forwarded-for': '203.0.113.7' }
  expect((await look('/metrics', proxied)).status).toBe(404)
  const token = { ...proxied, authorization: 'Bearer a token of sixteen or more' }
  expect((await look('/metrics', token)).status).toBe(200)
  expect((await look('/metrics', { ...proxied, authorization: 'Bearer another token, as long' })).status).toBe(404)
})

test('what lies outside the api and is no page is refused as a problem', async ({ installation }) => {
  const { address } = await installation.start()
  for (const path of [
    '/api',
    '/api/v2/needs',
    '/api/v1/nothing',
    '/../../etc/passwd',
    '/%2e%2e/etc/passwd',
    '/favicon.ico',
  ]) {
    const reply = await fetch(address + path)
    expect([path, reply.status, reply.headers.get('content-type')]).toEqual([
      path,
      404,
      'application/problem+json; charset=utf-8',
    ])
  }
})

test('behind TLS the cookie is for TLS only and browsers are told to stay there', async ({ installation }) => {
  const { address, said } = await installation.start({ PUBLIC_URL: 'https://dj.example.gov.cn' })
  expect(said()).toContain('https://dj.example.gov.cn/')
  await setUp(address, must(/code\s+(\S+)/.exec(said())?.[1], 'a set-up code'), 'the-right-code')
  const reply = await signIn(address)
  expect(reply.headers.get('strict-transport-security')).toContain('max-age=')
  expect(reply.headers.getSetCookie().join()).toMatch(/^__Secure-dj\.session_token=.*; Secure/)
})

test('a setting that cannot be used, or a port that is taken, is said in one sentence and nothing is left behind', async () => {
  const bad = launchServer({ PORT: 'eighty', DEMO: 'perhaps' })
  expect(await bad.ended).toBe(2)
  expect(bad.said()).toMatch(/PORT[\s\S]*DEMO|DEMO[\s\S]*PORT/)
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const port = String(Object(other.address()).port)
  const second = launchServer({ PORT: port, DATA_DIR: join(tmpdir(), 'dj-never-made') })
  expect(await second.ended).toBe(1)
  expect(second.said()).toContain(`Port ${port} is taken`)
  await expect(stat(join(tmpdir(), 'dj-never-made'))).rejects.toThrow('ENOENT')
  other.close()
})

test('a second Ctrl-C does not wait for whoever is still being served', async ({ installation }) => {
  const server = await installation.start()
  const slow = connect(Number(new URL(server.address).port), '127.0.0.1').on('error', () => undefined)
  const head = ['POST /api/v1/session HTTP/1.1', 'host: x', 'content-type: application/json', 'content-length: 99']
  slow.write(`${head.join('\r\n')}\r\n\r\n{`)
  await pause(300)
  server.child.kill('SIGINT')
  await waitFor(server.child, server.said, /Stopping/)
  server.child.kill('SIGINT') // as a package manager passes the same press on
  await pause(1_200)
  expect(server.child.exitCode).toBeNull()
  expect((await server.end('SIGINT')).code).toBe(130)
})
