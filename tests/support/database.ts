import { randomBytes } from 'node:crypto'
import postgres, { type Sql } from 'postgres'
import { inject } from 'vitest'

/** The server of this test run. */
export interface TestPostgres {
  adminUrl: string
  /** What the names of all its databases start with. */
  prefix: string
  template: string
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
export async function freshDatabase(): Promise<FreshDatabase> {
  const server = inject('postgres')
  const name = `${server.prefix}_${randomBytes(6).toString('hex')}`
  await administer(server.adminUrl, (sql) => sql`create database ${sql(name)} template ${sql(server.template)}`)
  return {
    url: databaseUrl(server, name),
    drop: () => administer(server.adminUrl, (sql) => sql`drop database if exists ${sql(name)} with (force)`),
  }
}

export function databaseUrl({ adminUrl }: TestPostgres, name: string): string {
  const url = new URL(adminUrl)
  url.pathname = `/${name}`
  return url.href
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
