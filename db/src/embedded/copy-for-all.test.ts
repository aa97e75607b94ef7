import { mkdir, mkdtemp, readFile, readlink, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { copyForAll } from './copy-for-all.ts'

test('programs that only their owner could reach are there for everybody, once for each version', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'dj-programs-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const native = join(folder, '有 空格', 'native')
  const home = join(folder, 'for-all')
  await mkdir(join(native, 'bin'), { recursive: true, mode: 0o700 })
  await writeFile(join(native, '../package.json'), '{"name":"@a/linux-x64","version":"18.4.0"}')
  await writeFile(join(native, 'bin/postgres'), 'runs', { mode: 0o700 })
  await writeFile(join(native, 'notes'), 'is read', { mode: 0o600 })
  await symlink('notes', join(native, 'more'))

  const copies = await Promise.all([copyForAll(native, home), copyForAll(native, home)])
  const copy = join(home, '-a-linux-x64-18.4.0')
  expect(copies).toEqual([copy, copy])
  const modes = await Promise.all(
    ['', 'bin', 'bin/postgres', 'notes'].map(async (name) => (await stat(join(copy, name))).mode & 0o777),
  )
  expect(modes).toEqual([0o755, 0o755, 0o755, 0o644])
  expect(await readFile(join(copy, 'more'), 'utf8')).toBe('is read')
  expect(await readlink(join(copy, 'more'))).toBe('notes')
  expect(await readdir(home)).toEqual(['-a-linux-x64-18.4.0']) // nothing half made is left

  await rm(native, { recursive: true })
  expect(await copyForAll(native, home)).toBe(copy)
})
