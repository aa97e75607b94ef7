import { execFile, spawnSync } from 'node:child_process'
import { readFile, readlink, realpath, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Cluster } from './cluster.ts'

const run = promisify(execFile)

type DataDirectory = Pick<Cluster, 'pgData'>

/** What a running (or killed) server says of itself in postmaster.pid. */
export interface Postmaster {
  pid: number
  port: number
  status: string
}

export async function readPostmaster({ pgData }: DataDirectory): Promise<Postmaster | undefined> {
  const text = await absentAsNothing(readFile(join(pgData, 'postmaster.pid'), 'utf8'))
  const lines = text.split('\n')
  const pid = Number(lines[0])
  if (!Number.isInteger(pid) || pid <= 0) return undefined
  return { pid, port: Number(lines[3]), status: (lines[7] ?? '').trim() }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Whether that process is a server on this very data directory, and not a stranger who was given its number. */
export async function servesThis({ pgData }: DataDirectory, pid: number): Promise<boolean> {
  if (!isAlive(pid)) return false
  if (process.platform === 'win32') return true // nothing short tells a stranger there, and a server must not be disowned
  if (process.platform === 'linux') return worksIn(pid, await realpath(pgData))
  const { stdout } = await run('ps', ['-p', String(pid), '-o', 'args=']).catch(() => ({ stdout: '' }))
  return stdout.includes(` -D ${pgData} `)
}

/** Whether it is a process of a server whose data directory this is, which is where they all work. */
export async function worksIn(pid: number, home: string): Promise<boolean> {
  const folder = await absentAsNothing(readlink(`/proc/${pid}/cwd`))
  return folder === home && (await absentAsNothing(readFile(`/proc/${pid}/comm`, 'utf8'))).trim() === 'postgres'
}

/** Whether a server runs on this data directory, ready or not. */
export async function isServed(directory: DataDirectory): Promise<boolean> {
  const postmaster = await readPostmaster(directory)
  return postmaster !== undefined && servesThis(directory, postmaster.pid)
}

/** Any other failure (too many open files, say) must not be taken for a server that has ended. */
async function absentAsNothing(reading: Promise<string>): Promise<string> {
  return reading.catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && ['ENOENT', 'ESRCH'].includes(String(error.code))) return ''
    throw error
  })
}

/**
 * A stranger with the old number makes PostgreSQL refuse to start. The file stays, so that its check for left-over
 * shared memory still works; only the number is replaced by one that is certainly dead.
 */
export async function disownStranger(cluster: Cluster, { pid }: Postmaster): Promise<void> {
  if (!isAlive(pid)) return
  const path = join(cluster.pgData, 'postmaster.pid')
  const lines = (await readFile(path, 'utf8')).split('\n')
  lines[0] = String(spawnSync(cluster.binaries.postgres, ['--version']).pid)
  await writeFile(path, lines.join('\n'))
}
