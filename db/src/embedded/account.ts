import { execFile } from 'node:child_process'
import { chown, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** The unprivileged account that runs the server when we are root (PostgreSQL refuses root); undefined otherwise. */
export interface Account {
  uid: number
  gid: number
}

export async function serverAccount(): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined
  const found = await accountNamed('postgres')
  if (found) return found
  await run('useradd', ['--system', '--user-group', '--no-create-home', 'postgres']).catch(() => undefined)
  return (await accountNamed('postgres')) ?? (await accountNamed('nobody'))
}

async function accountNamed(name: string): Promise<Account | undefined> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])])
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
  } catch {
    return undefined
  }
}

export async function giveTo(account: Account | undefined, path: string): Promise<void> {
  if (account) await chown(path, account.uid, account.gid)
}

export interface Workplace {
  /** How a program started there names it. */
  here: string
  options: { cwd: string; uid?: number; gid?: number }
}

/**
 * A folder as that account may work in it. Where a folder above is closed to it (/root), the path leads it nowhere, but
 * a process that is put into the folder is in it: no right over other people's files is needed for that.
 */
export async function workplace(account: Account | undefined, folder: string): Promise<Workplace> {
  const options = { ...account, cwd: folder }
  if (!account || (await isOpenToAll(folder))) return { here: folder, options }
  if (process.platform === 'linux') return { here: '/proc/self/cwd', options }
  throw new Error(`the account that runs the database cannot reach ${folder}: choose another DATA_DIR`)
}

/** Whether everybody may pass through the folders above. */
export async function isOpenToAll(path: string): Promise<boolean> {
  const parent = dirname(path)
  if (parent === path) return true
  const { mode } = await stat(parent)
  return (mode & 0o001) !== 0 && isOpenToAll(parent)
}
