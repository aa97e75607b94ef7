import { writable, writeGuard } from '@dj/db/row-security.ts'
import { sql as q } from 'drizzle-orm'
import postgres, { type Sql } from 'postgres'
import { test as base } from 'vitest'
import { freshDatabase } from './database.ts'

/** A database with one small table under the write guard, seen from outside by its owner. */
export interface Ledger {
  url: string
  owner: Sql
  entries(): Promise<string[]>
  /** Lets the owner write outside any county, so that the first wall is seen alone. */
  takeDownSecondWall(): Promise<void>
  /** Ends that backend, and returns when the server no longer lists it. */
  terminate(pid: number): Promise<void>
}

export const COUNTY = '330382'
export const write = (who: string) => q`insert into ledger (county_id, who) values (${COUNTY}, ${who})`
export const myPid = q`select pg_backend_pid() as pid`

export const test = base.extend<{ ledger: Ledger }>({
  ledger: async ({ task }, use) => {
    const { url, drop } = await freshDatabase()
    const owner = postgres(url, { max: 2, onnotice: () => undefined, connection: { application_name: task.id } })
    await owner`create table ledger (county_id text not null, who text not null)`
    // Lanes are told from lanes here, not counties: who reads may read.
    await owner`create policy ledger_open on ledger for select using (true)`
    await owner.unsafe([writeGuard('ledger'), writable('ledger')].join('\n').replaceAll('--> statement-breakpoint', ''))
    await use({
      url,
      owner,
      entries: () => entriesOf(owner),
      terminate: (pid) => terminate(owner, pid),
      takeDownSecondWall: async () => void (await owner`alter table ledger no force row level security`),
    })
    await owner.end()
    await drop()
  },
})

async function entriesOf(owner: Sql): Promise<string[]> {
  const rows = await owner<{ who: string }[]>`select who from ledger order by who`
  return rows.map((row) => row.who)
}

async function terminate(owner: Sql, pid: number): Promise<void> {
  await owner`select pg_terminate_backend(${pid}, 5000)`
}

/** A plain client of one connection, and the moment the server closed it. */
export function plainClient(url: string): { sql: Sql; closed: Promise<void> } {
  const { promise: closed, resolve } = Promise.withResolvers<void>()
  const sql = postgres(url, { max: 1, onnotice: () => undefined, onclose: () => resolve() })
  return { sql, closed }
}
