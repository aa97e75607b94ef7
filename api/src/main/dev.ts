import { type ChildProcess, spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { startEmbedded } from '@dj/db/embedded.ts'
import type { ServerNews } from '@dj/db/embedded/watch.ts'

const root = join(import.meta.dirname, '../../..')
const { PORT = '3000', API_PORT = '3001', DATA_DIR = '.data', DATABASE_URL } = process.env

const tell = ({ event }: ServerNews) => console.log(`database: ${event}`)

// The database outlives the api, which starts anew with every change of its files.
const embedded = DATABASE_URL ? undefined : await startEmbedded({ dataDir: DATA_DIR, tell })
const env = { ...process.env, DATABASE_URL: DATABASE_URL ?? embedded?.url, API_PORT }

const api = run(root, ['--watch', '--watch-preserve-output', 'api/src/main/server.ts'], {
  PORT: API_PORT,
  API_ONLY: '1',
})
const web = run(join(root, 'web'), [vite(), '--port', PORT, '--strictPort'], {})
console.log(`党建需求库 · development: http://127.0.0.1:${PORT}/ (api on ${API_PORT}, both reload by themselves)`)

let stopping: Promise<void> | undefined
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => (stopping ??= stop()))
for (const child of [api, web]) child.once('exit', () => (stopping ??= stop()))

function run(cwd: string, args: string[], more: NodeJS.ProcessEnv): ChildProcess {
  return spawn(process.execPath, args, { cwd, env: { ...env, ...more }, stdio: 'inherit' })
}

function vite(): string {
  return join(dirname(createRequire(join(root, 'web/package.json')).resolve('vite/package.json')), 'bin/vite.js')
}

async function stop(): Promise<void> {
  await Promise.all([api, web].map(ended))
  await embedded?.stop()
  process.exit(0)
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const { promise, resolve } = Promise.withResolvers<void>()
  child.once('exit', () => resolve())
  child.kill('SIGTERM')
  await promise
}
