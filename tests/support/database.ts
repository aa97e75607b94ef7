import { randomBytes } from 'node:crypto'
import { withLogin } from '@dj/db/app-login.ts'
import postgres, { type Sql } from 'postgres'
import { inject } from 'vitest'
import type { County } from './places.ts'

/** The server of this test run. */
export interface TestPostgres {
  adminUrl: string
  /** What the names of all its databases start with. */
  prefix: string
  /** What the product itself connects as, in any of them. */
  app: { name: string; password: string }
  template: string
  /** As the template, with a county in it: most tests begin with one, and building it anew took a third of their time. */
  countyTemplate: { name: string; county: County }
  /** Where the photos of the demo county lie, for every copy of it. */
  photos: string
}

declare module 'vitest' {
  interface ProvidedContext {
    postgres: TestPostgres
  }
}

export interface FreshDatabase {
  url: string
  drop(): Promise<void>
}

/** A database of the test's own, cloned from the migrated template. */
export const freshDatabase = (): Promise<FreshDatabase> => cloneOf(inject('postgres').template)

/** The same, with the county that `World.begin` would build. */
export async function countyDatabase(): Promise<FreshDatabase & { county: County }> {
  const { name, county } = inject('postgres').countyTemplate
  return { ...(await cloneOf(name)), county }
}

/**
 * A database with what `fill` writes into the first one of this run: whoever comes first does, in whichever process,
 * and the others wait for it and copy.
 */
export async function databaseOnce(kind: string, fill: (url: string) => Promise<void>): Promise<FreshDatabase> {
  const server = inject('postgres')
  const name = `${server.prefix}_once_${kind}`
  await administer(server.adminUrl, async (sql) => {
    await sql`select pg_advisory_lock(hashtext(${name}))`
    const [ready] = await sql`select 1 from pg_database where datname = ${name}`
    if (ready) return
    const draft = `${name}_draft`
    await sql`drop database if exists ${sql(draft)} with (force)`
    await copyDatabase(sql, draft, server.template)
    await fill(databaseUrl(server, draft))
    await sql`alter database ${sql(draft)} rename to ${sql(name)}`
  })
  return cloneOf(name)
}

async function cloneOf(template: string): Promise<FreshDatabase> {
  const server = inject('postgres')
  const name = `${server.prefix}_${randomBytes(6).toString('hex')}`
  await copyDatabase(administrator(server.adminUrl), name, template)
  return {
    url: databaseUrl(server, name),
    drop: async () => {
      const sql = administrator(server.adminUrl)
      await sql`drop database if exists ${sql(name)} with (force)`
    },
  }
}

// Kept open between tests: connecting anew for each copy and each drop took longer than the copy. It ends with the process.
const administrators = new Map<string, Sql>()
function administrator(adminUrl: string): Sql {
  const known = administrators.get(adminUrl)
  if (known) return known
  const sql = postgres(adminUrl, { max: 1, fetch_types: false, onnotice: () => undefined, idle_timeout: 2 })
  administrators.set(adminUrl, sql)
  return sql
}

/** Copying the files of so small a database takes a quarter of the time of writing it through the log. */
export const copyDatabase = (sql: Sql, name: string, template: string): Promise<unknown> =>
  sql`create database ${sql(name)} template ${sql(template)} strategy file_copy`

export function databaseUrl({ adminUrl }: Omit<TestPostgres, 'countyTemplate'>, name: string): string {
  const url = new URL(adminUrl)
  url.pathname = `/${name}`
  return url.href
}

/** The same address as the product has it: a login that is nothing but its role. */
export function asApp(url: string): string {
  const { name, password } = inject('postgres').app
  return withLogin(url, name, password)
}

/** One short connection to the server's own database, outside any that a test works in. */
export async function administer(adminUrl: string, work: (sql: Sql) => Promise<unknown>): Promise<void> {
  const sql = postgres(adminUrl, { max: 1, fetch_types: false, onnotice: () => undefined })
  try {
    await work(sql)
  } finally {
    await sql.end({ timeout: 5 })
  }
}
