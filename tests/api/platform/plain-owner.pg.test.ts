import { randomBytes } from 'node:crypto'
import { expect, inject, test } from 'vitest'
import { withLogin } from '@dj/db/app-login.ts'
import { administer, databaseUrl } from '../../support/database.ts'
import { startServer } from '../../support/server-process.ts'

const PASSWORD = 'a long pass phrase'

/** A server on a database whose owner is no superuser; `grant` is what that owner has of the app's role. */
async function served(grant: string, work: (url: string) => Promise<void>): Promise<string> {
  const server = inject('postgres')
  const name = `${server.prefix}_owner_${randomBytes(4).toString('hex')}`
  await administer(server.adminUrl, async (sql) => {
    await sql.unsafe(`create role ${name} login password '${PASSWORD}' nosuperuser createrole`)
    await sql.unsafe(`grant dj_app to ${name} ${grant}`)
    await sql.unsafe(`create database ${name} owner ${name}`)
  })
  const url = withLogin(databaseUrl(server, name), name, PASSWORD)
  try {
    const { address, said, end } = await startServer({ DATABASE_URL: url, DEMO: '0' })
    expect(await (await fetch(`${address}/readyz`)).json()).toEqual({ status: 'ready' })
    expect((await fetch(`${address}/api/v1/orders`)).status).toBe(401)
    await work(url)
    expect((await end()).code).toBe(0)
    return said()
  } finally {
    await administer(server.adminUrl, async (sql) => {
      const logins = await sql`select usename from pg_stat_activity where datname = ${name}`
      expect(logins).toEqual([])
      await sql.unsafe(`drop database if exists ${name} with (force)`)
      const left = await sql<{ rolname: string }[]>`select r.rolname from pg_auth_members m
        join pg_roles r on r.oid = m.roleid join pg_roles o on o.oid = m.member
        where o.rolname = ${name} and r.rolname like 'dj_app_%'`
      for (const { rolname } of left) await sql.unsafe(`drop role ${rolname}`)
      await sql.unsafe(`drop role ${name}`)
    })
  }
}

/** Who is connected on behalf of the product. */
async function connected(url: string): Promise<Set<string>> {
  const users = new Set<string>()
  await administer(url, async (sql) => {
    const rows = await sql<{ usename: string }[]>`select usename from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and application_name like 'dangjian%'`
    for (const { usename } of rows) users.add(usename)
  })
  return users
}

test('a database whose owner is no superuser is enough, and none of its connections is the owner’s', async () => {
  const said = await served('with admin option', async (url) => {
    const users = await connected(url)
    expect(users.size).toBe(1)
    expect([...users][0]).toMatch(/^dj_app_[0-9a-f]{12}$/)
  })
  expect(said).not.toMatch(/"level":[456]0/)
})

test('an owner who may not hand the app’s role on works all the same, and the log says what to do', async () => {
  const said = await served('', async (url) => {
    expect([...(await connected(url))]).toEqual([new URL(url).username])
  })
  expect(said).toContain('APP_DATABASE_URL')
})
