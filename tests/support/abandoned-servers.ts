import { readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isAlive, readPostmaster, servesThis } from '@dj/db/embedded/postmaster.ts'

export const SERVER_FOLDER = 'dj-test-postgres-'
const YOUNG_MS = 10 * 60_000

/** A test run that was killed leaves its server behind; the next run clears it away. */
export async function clearAbandonedServers(): Promise<void> {
  const names = await readdir(tmpdir())
  for (const name of names.filter((each) => each.startsWith(SERVER_FOLDER))) {
    const dataDir = join(tmpdir(), name)
    if (await isAbandoned(dataDir)) await clear(dataDir)
  }
}

async function isAbandoned(dataDir: string): Promise<boolean> {
  const text = await readFile(join(dataDir, 'postgres.json'), 'utf8').catch(() => '{}')
  const owner = /"ownerPid":(\d+)/.exec(text)?.[1] ?? '0'
  if (owner !== '0') return !isAlive(Number(owner))
  const folder = await stat(dataDir).catch(() => undefined)
  return folder !== undefined && Date.now() - folder.mtimeMs > YOUNG_MS
}

async function clear(dataDir: string): Promise<void> {
  const cluster = { pgData: join(dataDir, 'postgres') }
  const postmaster = await readPostmaster(cluster).catch(() => undefined) // somebody else's
  if (postmaster && (await servesThis(cluster, postmaster.pid))) process.kill(postmaster.pid, 'SIGQUIT')
  await rm(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 }).catch(() => undefined)
}
