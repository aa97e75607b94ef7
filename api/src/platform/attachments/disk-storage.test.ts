import { mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { diskStorage } from './disk-storage.ts'

const county = '330382'
const hash = 'ab'.repeat(32)
const bytes = new Uint8Array([1, 2, 3])
let root = ''

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'dj-photos-'))
})
afterEach(() => rm(root, { recursive: true }))

const longAgo = new Date('2026-01-01T00:00:00Z')
const later = new Date('2026-01-02T00:00:00Z')
const folder = () => join(root, county, 'ab')

async function olderThan(instant: Date): Promise<string[]> {
  const found: string[] = []
  for await (const hashes of diskStorage(root).olderThan(county, instant)) found.push(...hashes)
  return found
}

test('what was put is there, for its county only, readable by its owner only', async () => {
  const photos = diskStorage(root)
  await photos.put(county, hash, bytes)
  expect(new Uint8Array((await photos.get(county, hash)) ?? [])).toEqual(bytes)
  expect(await photos.get('330381', hash)).toBeNull()
  expect((await stat(join(folder(), hash))).mode & 0o777).toBe(0o600)
  expect(await readdir(folder())).toEqual([hash])
})

test('two at once put the same photo and it is kept once', async () => {
  const photos = diskStorage(root)
  await Promise.all([photos.put(county, hash, bytes), photos.put(county, hash, bytes)])
  expect(await readdir(folder())).toEqual([hash])
})

test('old photos are found and removed, unless they were put again meanwhile', async () => {
  const photos = diskStorage(root)
  await photos.put(county, hash, bytes)
  expect(await olderThan(later)).toEqual([])
  await utimes(join(folder(), hash), longAgo, longAgo)
  expect(await olderThan(later)).toEqual([hash])
  await photos.put(county, hash, bytes)
  expect(await photos.removeOlder(county, hash, later)).toBe(false)
  await utimes(join(folder(), hash), longAgo, longAgo)
  expect(await photos.removeOlder(county, hash, later)).toBe(true)
  expect(await photos.get(county, hash)).toBeNull()
})

test('what an interrupted upload left behind is cleared away', async () => {
  await diskStorage(root).put(county, hash, bytes)
  const unfinished = join(folder(), `${hash}.x.new`)
  await writeFile(unfinished, 'half')
  await utimes(unfinished, longAgo, longAgo)
  expect(await olderThan(later)).toEqual([])
  expect(await readdir(folder())).toEqual([hash])
})

test('nothing but a county and a hash can be part of a path', async () => {
  const photos = diskStorage(root)
  await expect(photos.get(county, '../../../etc/passwd')).rejects.toThrow(TypeError)
  expect(() => photos.olderThan('..', later)).toThrow(TypeError)
})

test('when a photo was put is told by the clock that housekeeping asks, not by the disk', async () => {
  const ahead = new Date('2030-01-01T00:00:00Z')
  await diskStorage(root, () => ahead).put(county, hash, bytes)
  expect(await olderThan(new Date('2029-12-31T00:00:00Z'))).toEqual([])
})
