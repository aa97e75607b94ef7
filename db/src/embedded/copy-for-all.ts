import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** Where only root can write and everybody can read. */
const HOME = '/var/lib/dangjian-postgres'

/**
 * The server programs copied to where every account can run them (60 MB, once for each version): they ask for
 * themselves with access(), which no lent right changes. Only root comes here.
 */
export async function copyForAll(native: string, home = HOME): Promise<string> {
  const { name, version } = JSON.parse(await readFile(join(native, '../package.json'), 'utf8')) as Record<
    string,
    string
  >
  const copy = join(home, `${name}-${version}`.replaceAll(/[^\w.-]+/g, '-'))
  if (await isThere(copy)) return copy
  await mkdir(home, { recursive: true, mode: 0o755 })
  const unfinished = await mkdtemp(`${copy}.`)
  await cp(native, unfinished, { recursive: true, verbatimSymlinks: true })
  await openToAll(unfinished)
  // Somebody else may have been faster; that copy is as good.
  await rename(unfinished, copy).catch(() => rm(unfinished, { recursive: true }))
  return copy
}

async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755)
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) await openToAll(path)
    else if (entry.isFile()) await chmod(path, (await stat(path)).mode & 0o100 ? 0o755 : 0o644)
  }
}

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )
