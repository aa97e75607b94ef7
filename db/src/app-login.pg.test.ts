import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import postgres from 'postgres'
import { administer, type FreshDatabase, freshDatabase } from '../../tests/support/database.ts'
import { appLogin, withLogin } from './app-login.ts'

let database: FreshDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(async () => {
  const { url } = await appLogin(database.url)
  await database.drop()
  await administer(inject('postgres').adminUrl, (sql) => sql.unsafe(`drop role ${new URL(url).username}`))
})

async function withSql<T>(url: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined })
  return work(sql).finally(() => sql.end())
}

test('the app’s login is its role and nothing else, also when it puts the role down', async () => {
  const { url, isOwn } = await appLogin(database.url)
  expect(isOwn).toBe(true)
  await withSql(url, async (sql) => {
    await sql`set role dj_app`
    await sql`set role none`
    await sql`reset session authorization`
    const [me] =
      await sql`select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles where rolname = current_user`
    expect(me).toEqual({ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false })
    for (const forbidden of [
      `set role ${new URL(database.url).username}`,
      'delete from event',
      'select password from dj_owner.login',
      'create table mine (id int)',
      'alter table need disable row level security',
    ])
      await expect(sql.unsafe(forbidden)).rejects.toMatchObject({ code: '42501' })
    expect(await sql`select from county`).toHaveLength(0)
  })
})

test('every process of the database finds the same login, also when they come at once', async () => {
  const found = await Promise.all([1, 2, 3, 4].map(() => appLogin(database.url)))
  expect(new Set(found.map(({ url }) => url)).size).toBe(1)
})

test('an owner who may make no login works as before, and says so', async () => {
  const name = `${inject('postgres').prefix}_plain_${randomBytes(4).toString('hex')}`
  await administer(database.url, (sql) => sql.unsafe(`create role ${name} login password 'a long pass phrase'`))
  const url = withLogin(database.url, name, 'a long pass phrase')
  expect(await appLogin(url)).toEqual({ url, isOwn: false })
  await administer(database.url, (sql) => sql.unsafe(`drop role ${name}`))
})

test('a given login that is more than the app’s role is refused', async () => {
  await expect(appLogin(database.url, database.url)).rejects.toThrow('APP_DATABASE_URL')
  const { url } = await appLogin(database.url)
  expect(await appLogin(database.url, url)).toEqual({ url, isOwn: true })
})
