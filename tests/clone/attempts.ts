import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify, stripVTControlCharacters } from 'node:util'
import manifest from '../../package.json' with { type: 'json' }
import type { Place } from './places.ts'

const run = promisify(execFile)
const WITHIN_MS = 15 * 60_000

/** Rejects with what was said when the command did not do its work. */
export type Attempt = (place: Place) => Promise<void>

/** The commands of the README's table. The long ones in a form that takes every first step of theirs. */
export const attempts: Record<string, Attempt> = {
  start: (place) =>
    serves(place, ['start'], (port) => ({ env: { PORT: String(port) }, pages: [`${port}/readyz`, `${port}/`] })),
  dev: async (place) => {
    const api = await freePort()
    const at = (port: number) => ({
      env: { PORT: String(port), API_PORT: String(api) },
      pages: [`${api}/readyz`, `${port}/`, `${port}/api/v1/setup`],
    })
    await serves(place, ['dev'], at)
  },
  test: (place) => ends(place, ['test', '--project', 'pg', 'db/src/migrate.pg.test.ts']),
  journeys: (place) => ends(place, ['test', '--project', 'journeys', 'tests/journeys/platform/harness.e2e.ts']),
  verify: (place) => ends(place, ['verify']),
  bench: (place) => ends(place, ['bench', '--quick']),
  chaos: (place) => ends(place, ['chaos', '--quick', '--only', 'fuzz']),
  'demo:quarter': (place) => ends(place, ['demo:quarter', '--out', 'quarter']),
  'verify-events': (place) => ends(place, ['verify-events']),
  'db:migrate': (place) => ends(place, ['db:migrate']),
  'db:generate': async (place) => {
    await ends(place, ['db:generate'])
    const { stdout } = await run('git', ['-c', 'safe.directory=*', 'status', '--porcelain'], { cwd: place.clone })
    if (stdout !== '') throw new Error(`it left behind: ${stdout}`)
  },
}

async function ends(place: Place, args: string[]): Promise<void> {
  const { child, said } = launch(place, args, {})
  const tooLong = setTimeout(() => endAll(child, 'SIGKILL'), WITHIN_MS)
  const [code] = (await once(child, 'close')) as [number | null]
  clearTimeout(tooLong)
  if (code !== 0) throw new Error(`it ended with ${code}\n${said().slice(-3_000)}`)
}

interface Served {
  env: NodeJS.ProcessEnv
  /** What has to be there, after http://127.0.0.1: */
  pages: string[]
}

/** Until every page is there; then Ctrl-C, and it must be gone. */
async function serves(place: Place, args: string[], at: (port: number) => Served): Promise<void> {
  const { env, pages } = at(await freePort())
  const { child, said } = launch(place, args, env)
  const closed = once(child, 'close')
  const deadline = Date.now() + WITHIN_MS
  try {
    for (const page of pages) {
      while (!(await isThere(page))) {
        if (child.exitCode !== null || Date.now() > deadline)
          throw new Error(`${page} is not served\n${said().slice(-3_000)}`)
        await pause(200)
      }
    }
  } finally {
    endAll(child, 'SIGINT')
    const stubborn = setTimeout(() => endAll(child, 'SIGKILL'), 30_000)
    await closed
    clearTimeout(stubborn)
  }
}

const isThere = (page: string): Promise<boolean> =>
  fetch(`http://127.0.0.1:${page}`).then(
    ({ ok }) => ok,
    () => false,
  )

/** In a group of its own, as a terminal runs it: Ctrl-C reaches all of them. */
function launch({ clone, who, env }: Place, args: string[], more: NodeJS.ProcessEnv) {
  const options = { cwd: clone, ...who, env: { ...env, ...more }, detached: true }
  const child = spawn('npx', ['-y', manifest.packageManager, ...args], {
    ...options,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let words = ''
  const hear = (chunk: Buffer) => (words += stripVTControlCharacters(chunk.toString()))
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  return { child, said: () => words }
}

function endAll({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (pid !== undefined) process.kill(-pid, signal)
  } catch {
    // they have all ended
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  if (address === null || typeof address === 'string') throw new Error('no free port on 127.0.0.1')
  return address.port
}
