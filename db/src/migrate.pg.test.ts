import { mkdtemp, rm, writeFile, mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres, { type Sql } from 'postgres'
import { expect, test as base } from 'vitest'
import { freshDatabase } from '../../tests/support/database.ts'
import { migrate } from './migrate.ts'

interface Place {
  url: string
  folder: string
}

const test = base.extend<{ place: Place }>({
  place: async ({ task }, use) => {
    const { url, drop } = await freshDatabase()
    await ask(url, (sql) => sql`drop schema drizzle cascade`)
    const folder = await mkdtemp(join(tmpdir(), `dj-migrations-${task.id.length}-`))
    await use({ url, folder })
    await rm(folder, { recursive: true })
    await drop()
  },
})

async function writeMigrations(folder: string, ...statements: string[]): Promise<void> {
  const entries = statements.map((_, idx) => ({
    idx,
    version: '7',
    when: 1_000 + idx,
    tag: `000${idx}_step`,
    breakpoints: true,
  }))
  await mkdir(join(folder, 'meta'), { recursive: true })
  await writeFile(
    join(folder, 'meta', '_journal.json'),
    JSON.stringify({ version: '7', dialect: 'postgresql', entries }),
  )
  for (const [index, text] of statements.entries()) await writeFile(join(folder, `000${index}_step.sql`), text)
}

async function ask<T>(url: string, question: (sql: Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, fetch_types: false, onnotice: () => undefined })
  try {
    return await question(sql)
  } finally {
    await sql.end()
  }
}

const stepsOf = (url: string) => ask(url, (sql) => sql`select step from scratch order by step`)

const FIRST = 'create table scratch (step int); --> statement-breakpoint\ninsert into scratch values (1)'
const SECOND = 'insert into scratch values (2)'

test('four processes at once apply each migration once', async ({ place }) => {
  await writeMigrations(place.folder, FIRST, SECOND)
  await Promise.all([1, 2, 3, 4].map(() => migrate(place.url, place.folder)))
  expect(await stepsOf(place.url)).toEqual([{ step: 1 }, { step: 2 }])
})

test('only what is new is applied', async ({ place }) => {
  await writeMigrations(place.folder, FIRST)
  await migrate(place.url, place.folder)
  await writeMigrations(place.folder, FIRST, SECOND)
  await migrate(place.url, place.folder)
  expect(await stepsOf(place.url)).toEqual([{ step: 1 }, { step: 2 }])
})

test('a migration that fails leaves nothing behind, and its lock is free again', async ({ place }) => {
  await writeMigrations(place.folder, FIRST, 'insert into nowhere values (2)')
  await expect(migrate(place.url, place.folder)).rejects.toThrow('nowhere')
  await writeMigrations(place.folder, FIRST, SECOND)
  await migrate(place.url, place.folder)
  expect(await stepsOf(place.url)).toEqual([{ step: 1 }, { step: 2 }])
})

test('a migration whose connection dies goes no further', async ({ place }) => {
  await writeMigrations(place.folder, FIRST, 'select pg_terminate_backend(pg_backend_pid())', SECOND)
  await expect(migrate(place.url, place.folder)).rejects.toThrow()
  await writeMigrations(place.folder, FIRST)
  await migrate(place.url, place.folder)
  expect(await stepsOf(place.url)).toEqual([{ step: 1 }])
})

test('the role of the app may not log in, owns nothing and is bound by row security', async ({ place }) => {
  await ask(place.url, async (sql) => {
    await sql`set role dj_app`
    const [role] =
      await sql`select rolcanlogin, rolsuper, rolbypassrls, rolcreatedb, rolcreaterole from pg_roles where rolname = current_user`
    expect(Object.values(role ?? {})).toEqual([false, false, false, false, false])
    expect(await sql`select relname from pg_class where pg_get_userbyid(relowner) = 'dj_app'`).toEqual([])
    await expect(sql`create table public.mine (a int)`).rejects.toMatchObject({ code: '42501' })
  })
})
