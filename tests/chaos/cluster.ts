import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { isAlive, readPostmaster } from '@dj/db/embedded/postmaster.ts'
import { startEmbedded } from '@dj/db/embedded.ts'
import { must } from '@dj/shared/platform/assert.ts'
import postgres, { type Sql } from 'postgres'
import { clearAbandonedServers, SERVER_FOLDER } from '../support/abandoned-servers.ts'

/** A durable PostgreSQL of this run's own, which may be crashed. */
export interface ChaosCluster {
  folder: string
  /** The address of that database, as the owner of everything. */
  urlOf(database: string): string
  administer(work: (sql: Sql) => Promise<unknown>): Promise<unknown>
  /** Ends it with nothing written down, and starts it again: the immediate shutdown, or its postmaster killed. */
  crash(signal: 'SIGQUIT' | 'SIGKILL'): Promise<void>
  end(): Promise<void>
}

export async function openCluster(connections: number): Promise<ChaosCluster> {
  await clearAbandonedServers()
  const folder = await mkdtemp(join(tmpdir(), SERVER_FOLDER))
  // Below the ports that connections are given: none of them may sit on it while the server is down.
  const port = 20_000 + Math.floor(Math.random() * 10_000)
  let server = await startEmbedded({ dataDir: folder, port })
  const restart = async (stop: () => Promise<void>) => {
    await stop()
    const again = await startEmbedded({ dataDir: folder })
    if (again.url !== server.url) throw new Error('another program took the port of the database')
    server = again
  }
  const cluster: ChaosCluster = {
    folder,
    urlOf: (database) => Object.assign(new URL(server.url), { pathname: `/${database}` }).href,
    administer: (work) => onceConnected(server.url, work),
    crash: (signal) => restart(() => quit(folder, signal)),
    end: async () => {
      await server.stop()
      await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 })
    },
  }
  try {
    await cluster.administer((sql) => sql.unsafe(`alter system set max_connections = ${connections}`))
    await restart(server.stop)
    return cluster
  } catch (error) {
    await cluster.end()
    throw error
  }
}

export async function onceConnected<T>(url: string, work: (sql: Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, fetch_types: false, onnotice: () => undefined })
  try {
    return await work(sql)
  } finally {
    await sql.end({ timeout: 5 })
  }
}

/** Whatever is not yet written is lost, as when the server crashed. */
async function quit(folder: string, signal: 'SIGQUIT' | 'SIGKILL'): Promise<void> {
  const { pid } = must(await readPostmaster({ pgData: join(folder, 'postgres') }), 'a running database')
  process.kill(pid, signal)
  while (isAlive(pid) && !(await isZombie(pid))) await pause(5)
}

/** Ended, and not yet seen to be by whoever started it. */
async function isZombie(pid: number): Promise<boolean> {
  return /^State:\s+Z/m.test(await readFile(`/proc/${pid}/status`, 'utf8').catch(() => ''))
}
