import { readFile, rm, stat, writeFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { isAlive } from './postmaster.ts'

const STALE_AFTER_MS = 120_000

/** One process at a time makes or starts the server in a data directory; a lock left by a dead one is taken over. */
export async function underStartLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  while (!(await take(path))) {
    if (await isStale(path)) await rm(path, { force: true })
    else await pause(25)
  }
  try {
    return await work()
  } finally {
    await rm(path, { force: true })
  }
}

async function take(path: string): Promise<boolean> {
  return writeFile(path, String(process.pid), { flag: 'wx' }).then(
    () => true,
    (error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
      throw error
    },
  )
}

async function isStale(path: string): Promise<boolean> {
  const [owner, file] = await Promise.all([readFile(path, 'utf8').catch(() => ''), stat(path).catch(() => undefined)])
  if (!file) return false
  const age = Date.now() - file.mtimeMs
  // An empty file is one being written this instant, unless its writer died in between.
  if (owner === '') return age > 1_000
  return !isAlive(Number(owner)) || age > STALE_AFTER_MS
}
