import { readdir, realpath } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import type { Cluster } from './cluster.ts'
import { worksIn } from './postmaster.ts'

const GONE_WITHIN_MS = 5_000

/**
 * Ends what a killed server left running. Most of its children notice by themselves; one amid a long computation does
 * not, and PostgreSQL refuses to start beside it. Only to be called when no server runs on this data directory.
 */
export async function endOrphans(cluster: Pick<Cluster, 'pgData'>): Promise<void> {
  if (process.platform !== 'linux') return // there, the next attempts wait for them
  const home = await realpath(cluster.pgData)
  const deadline = Date.now() + GONE_WITHIN_MS
  for (let left = await orphansIn(home); left.length > 0; left = await orphansIn(home)) {
    if (Date.now() > deadline) throw new Error(`processes of the database that ended do not end: ${left.join(', ')}`)
    for (const pid of left) kill(pid)
    await pause(10)
  }
}

/** A server and its children work in their data directory. */
async function orphansIn(home: string): Promise<number[]> {
  const pids = (await readdir('/proc')).map(Number).filter((pid) => pid > 0)
  const found = await Promise.all(pids.map(async (pid) => ((await worksIn(pid, home).catch(() => false)) ? [pid] : [])))
  return found.flat()
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // it has ended meanwhile
  }
}
