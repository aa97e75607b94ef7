import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import { type ConnectOptions, openPool } from './connect.ts'

/** What the tables of accounts and sessions are worked with. They belong to no county, so single statements may write them. */
export type AccountsDatabase = Pick<
  PostgresJsDatabase,
  'delete' | 'execute' | 'insert' | 'select' | 'selectDistinct' | 'selectDistinctOn' | 'update'
>

export function connectAccounts(url: string, options: ConnectOptions): { db: AccountsDatabase; end(): Promise<void> } {
  const { handle, end } = openPool(url, options)
  return { db: handle, end }
}
