import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { open, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { workplace } from './account.ts'
import { choosePort, type Cluster, remember, serverEnvironment } from './cluster.ts'
import { endOrphans } from './orphans.ts'
import { disownStranger, isAlive, readPostmaster, servesThis } from './postmaster.ts'

const run = promisify(execFile)

const READY_WITHIN_MS = 60_000
const ATTEMPTS = 4
const ALWAYS = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'timezone=UTC',
  'log_timezone=UTC',
  'jit=off',
  // Statements and key values hold personal data, and a refused constraint is daily business: neither is logged.
  'log_min_messages=fatal',
  'log_min_error_statement=panic',
  'log_error_verbosity=terse',
]
const FAST = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200']

/** Takes over a server that outlived the process that started it; false when there is none. */
export async function adopt(cluster: Cluster, signal?: AbortSignal): Promise<boolean> {
  const deadline = Date.now() + READY_WITHIN_MS
  while (Date.now() < deadline) {
    signal?.throwIfAborted()
    const postmaster = await readPostmaster(cluster)
    if (!postmaster) return false
    if (!(await servesThis(cluster, postmaster.pid))) {
      await disownStranger(cluster, postmaster)
      return false
    }
    if (postmaster.status === 'ready') {
      cluster.memory.port = postmaster.port
      return true
    }
    await pause(20)
  }
  throw new Error(`the database server in ${cluster.pgData} neither becomes ready nor ends`)
}

export interface StartOptions {
  /** Gives up durability, for tests only. */
  fast: boolean
  /** Where it served before: those who work with it know no other place. */
  keepPort?: boolean
  signal?: AbortSignal
}

/** Starts the server; tried again when its port was taken meanwhile or a killed server's last children still end. */
export async function start(cluster: Cluster, { fast, keepPort, signal }: StartOptions): Promise<void> {
  const logPath = join(cluster.dataDir, 'postgres.log')
  await endOrphans(cluster)
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    signal?.throwIfAborted()
    cluster.memory.port = await portFor(cluster, keepPort)
    await remember(cluster)
    await rename(logPath, `${logPath}.1`).catch(() => undefined)
    if (await becomesReady(cluster, await launch(cluster, fast, logPath), signal)) return
    await pause(250)
  }
  throw new Error(`PostgreSQL did not start: ${(await readFile(logPath, 'utf8')).slice(-2_000)}`)
}

async function portFor({ memory }: Cluster, keep = false): Promise<number> {
  const port = await choosePort(memory.port)
  if (keep && port !== memory.port) throw new Error(`another program listens on the database's port ${memory.port}`)
  return port
}

async function launch(cluster: Cluster, fast: boolean, logPath: string): Promise<ChildProcess> {
  const settings = [...ALWAYS, ...(fast ? FAST : [])].flatMap((setting) => ['-c', setting])
  const { here, options } = await workplace(cluster.account, cluster.pgData)
  const args = ['-D', here, '-p', String(cluster.memory.port), ...settings]
  const log = await open(logPath, 'a', 0o600)
  const child = spawn(cluster.binaries.postgres, args, {
    ...options,
    // Its own process group: Ctrl-C reaches us alone, and we stop the database after the last reply.
    detached: true,
    windowsHide: true,
    env: serverEnvironment(),
    stdio: ['ignore', log.fd, log.fd],
  })
  child.once('error', () => undefined)
  child.unref()
  await log.close()
  return child
}

async function becomesReady(cluster: Cluster, child: ChildProcess, signal?: AbortSignal): Promise<boolean> {
  // A recovery may take long. A second server on the same data would be worse than waiting.
  while (hasNotEnded(child)) {
    const postmaster = await readPostmaster(cluster)
    if (postmaster?.pid === child.pid && postmaster?.status === 'ready') return true
    if (signal?.aborted) await giveUp(child)
    await pause(10)
  }
  return false
}

const hasNotEnded = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode === null && signalCode === null

/** Ends a server that is not ready yet, in the middle of its recovery or before. */
async function giveUp(child: ChildProcess): Promise<void> {
  child.kill('SIGINT')
  const deadline = Date.now() + 5_000
  while (hasNotEnded(child) && Date.now() < deadline) await pause(10)
  if (hasNotEnded(child)) child.kill('SIGKILL')
}

/** A fast shutdown: transactions under way are rolled back, everything committed is on disk. */
export async function halt(cluster: Cluster): Promise<void> {
  const postmaster = await readPostmaster(cluster)
  if (!postmaster || !(await servesThis(cluster, postmaster.pid))) return
  if (process.platform === 'win32') {
    await run(cluster.binaries.pgCtl, ['stop', '-D', cluster.pgData, '-m', 'fast'])
  } else {
    process.kill(postmaster.pid, 'SIGINT')
    if (await ends(cluster, postmaster.pid, 20_000)) return
    process.kill(postmaster.pid, 'SIGQUIT')
    await ends(cluster, postmaster.pid, 10_000)
  }
}

/** Its file goes last; the process itself may linger until its new parent notices. */
async function ends(cluster: Cluster, pid: number, withinMs: number): Promise<boolean> {
  const deadline = Date.now() + withinMs
  while (Date.now() < deadline) {
    const postmaster = await readPostmaster(cluster)
    if (postmaster?.pid !== pid || !isAlive(pid)) return true
    await pause(10)
  }
  return false
}
