import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, open, readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'

const Manifest = z.object({ scripts: z.object({ start: z.string().startsWith('node ') }) })
const root = join(import.meta.dirname, '../..')
const READY_WITHIN_MS = 120_000

export interface Running {
  port: number
  pid: number
  stop(): Promise<void>
}

/** What a started server is told; the rest of our environment is not passed on. */
export type Settings = Record<'DATA_DIR', string> &
  Partial<Record<'DATABASE_URL' | 'AUTH_SECRET' | 'DEMO' | 'API_ONLY', string>>

/** The product's own server, as `start` runs it; `readyMs` from the spawn until /readyz says so. */
export async function startServer(settings: Settings): Promise<Running & { readyMs: number }> {
  const port = await freePort()
  await mkdir(settings.DATA_DIR, { recursive: true })
  const logPath = join(settings.DATA_DIR, 'bench-server.log')
  const log = await open(logPath, 'a')
  const begin = performance.now()
  const child = spawn(process.execPath, await startArguments(), {
    cwd: root,
    env: { PATH: process.env['PATH'], PORT: String(port), ...settings },
    stdio: ['ignore', log.fd, log.fd],
  })
  await log.close()
  if (!(await becomesReady(child, port)))
    throw new Error(`the server did not start: ${(await readFile(logPath, 'utf8')).slice(-2_000)}`)
  const readyMs = performance.now() - begin
  return { port, pid: child.pid ?? 0, readyMs, stop: () => ended(child, () => child.kill('SIGTERM')) }
}

/** What `pnpm start` gives Node, so that what is measured is what runs. */
async function startArguments(): Promise<string[]> {
  const { scripts } = Manifest.parse(JSON.parse(await readFile(join(root, 'package.json'), 'utf8')))
  return scripts.start.split(' ').slice(1)
}

async function becomesReady(child: ChildProcess, port: number): Promise<boolean> {
  const deadline = Date.now() + READY_WITHIN_MS
  while (Date.now() < deadline && child.exitCode === null && child.signalCode === null) {
    const reply = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined)
    await reply?.body?.cancel()
    if (reply?.ok) return true
    await pause(10)
  }
  child.kill('SIGKILL')
  return false
}

/** A program of the bench in a process of its own; it tells what it is ready with, and ends when we let go of it. */
export async function startProgram(
  name: string,
  env: Record<string, string>,
): Promise<{ child: ChildProcess; told: unknown; stop(): Promise<void> }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, name)], {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const told: unknown = await Promise.race([
    once(child, 'message').then(([message]) => message as unknown),
    once(child, 'exit').then(() => Promise.reject(new Error(`${name} ended`))),
  ])
  return { child, told, stop: () => ended(child, () => child.disconnect()) }
}

async function ended(child: ChildProcess, ask: () => void): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  ask()
  const patience = setTimeout(() => child.kill('SIGKILL'), 20_000)
  await gone
  clearTimeout(patience)
}

async function freePort(): Promise<number> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  if (address === null || typeof address === 'string') throw new Error('no free port on 127.0.0.1')
  return address.port
}

/** Resident memory of a process, in MiB. */
export async function residentMiB(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024
}
