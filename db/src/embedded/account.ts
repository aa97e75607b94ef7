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

export interface Command {
  program: string
  args: string[]
  options: { uid?: number; gid?: number }
}

/** The command as that account may run it: where a folder above is closed to it (/root), it keeps the right to pass. */
export async function asAccount(
  account: Account | undefined,
  program: string,
  args: string[],
  paths: string[],
): Promise<Command> {
  if (!account) return { program, args, options: {} }
  const open = await Promise.all([program, ...paths].map(everyFolderIsOpen))
  if (open.every(Boolean)) return { program, args, options: account }
  const identity = [`--reuid=${account.uid}`, `--regid=${account.gid}`, '--clear-groups']
  const rights = ['--inh-caps=+dac_override', '--ambient-caps=+dac_override']
  return { program: 'setpriv', args: [...identity, ...rights, program, ...args], options: {} }
}

async function everyFolderIsOpen(path: string): Promise<boolean> {
  const parent = dirname(path)
  if (parent === path) return true
  const { mode } = await stat(parent)
  return (mode & 0o001) !== 0 && everyFolderIsOpen(parent)
}
