import { execFile, spawnSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
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
  const text = await readIfThere(join(pgData, 'postmaster.pid'))
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
  return (await commandLine(pid)).includes(` -D ${pgData} `)
}

/** Whether a server runs on this data directory, ready or not. */
export async function isServed(directory: DataDirectory): Promise<boolean> {
  const postmaster = await readPostmaster(directory)
  return postmaster !== undefined && servesThis(directory, postmaster.pid)
}

async function commandLine(pid: number): Promise<string> {
  if (process.platform === 'linux') {
    const words = await readIfThere(`/proc/${pid}/cmdline`)
    return words.replaceAll('\0', ' ')
  }
  const { stdout } = await run('ps', ['-p', String(pid), '-o', 'args=']).catch(() => ({ stdout: '' }))
  return stdout
}

/** Any other failure (too many open files, say) must not be taken for a server that has ended. */
async function readIfThere(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((error: unknown) => {
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
