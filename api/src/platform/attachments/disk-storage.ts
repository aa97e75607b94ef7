import { randomUUID } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { PhotoStorage } from './photo-storage.ts'

/**
 * Photos under `<root>/<county>/<first two of the hash>/<hash>`, readable by the server's own account only. When one was
 * put is told by `clock`, as the housekeeping that asks for it is.
 */
export function diskStorage(root: string, clock = () => new Date()): PhotoStorage {
  const folderOf = (countyId: string) => join(root, matching(countyId, /^\d{6}$/))
  const pathOf = (countyId: string, sha256: string) =>
    join(folderOf(countyId), sha256.slice(0, 2), matching(sha256, /^[0-9a-f]{64}$/))
  return {
    put: (countyId, sha256, bytes) => keep(pathOf(countyId, sha256), bytes, clock()),
    get: async (countyId, sha256) => absentAsNull(readFile(pathOf(countyId, sha256))),
    olderThan: (countyId, instant) => olderIn(folderOf(countyId), instant),
    removeOlder: async (countyId, sha256, instant) => {
      const path = pathOf(countyId, sha256)
      if (!(await isOlder(path, instant))) return false
      await rm(path, { force: true })
      return true
    },
  }
}

/** Written beside its place, flushed, then moved there: a crash leaves either the whole photo or none. */
async function keep(path: string, bytes: Uint8Array, now: Date): Promise<void> {
  // A photo that is there already counts as put now, so that housekeeping does not take it away under its new owner.
  if ((await absentAsNull(utimes(path, now, now).then(() => true))) === true) return
  const folder = dirname(path)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const unfinished = `${path}.${randomUUID()}.new`
  try {
    await writeFlushed(unfinished, bytes, now)
    await rename(unfinished, path)
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
  await flushFolder(folder)
}

async function writeFlushed(path: string, bytes: Uint8Array, now: Date): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
    await file.utimes(now, now)
    await file.sync()
  } finally {
    await file.close()
  }
}

async function flushFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return // a folder cannot be opened there
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

async function* olderIn(folder: string, instant: Date): AsyncGenerator<readonly string[]> {
  for (const prefix of (await absentAsNull(readdir(folder))) ?? []) {
    const names = await readdir(join(folder, prefix))
    const older: string[] = []
    for (const name of names) {
      const path = join(folder, prefix, name)
      if (!(await isOlder(path, instant))) continue
      if (name.endsWith('.new')) await rm(path, { force: true })
      else older.push(name)
    }
    if (older.length > 0) yield older
  }
}

async function isOlder(path: string, instant: Date): Promise<boolean> {
  const file = await absentAsNull(stat(path))
  return file !== null && file.mtime < instant
}

async function absentAsNull<T>(work: Promise<T>): Promise<T | null> {
  return work.catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  })
}

function matching(part: string, shape: RegExp): string {
  if (!shape.test(part)) throw new TypeError('not a part of a photo path')
  return part
}
