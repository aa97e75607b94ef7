import { AsyncLocalStorage } from 'node:async_hooks'
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import { type ConnectOptions, openPool } from './connect.ts'

/** What the tables of accounts and sessions are worked with. They belong to no county, so single statements may write them. */
export type AccountsDatabase = Pick<
  PostgresJsDatabase,
  'delete' | 'execute' | 'insert' | 'select' | 'selectDistinct' | 'selectDistinctOn' | 'update'
>

const account = new AsyncLocalStorage<string>()

/** Row security shows `work` this account alone: by its username, its id, or the stored hash of a session's token. */
export const forAccount = <T>(key: string, work: () => Promise<T>): Promise<T> => account.run(key, work)

export function connectAccounts(url: string, options: ConnectOptions): { db: AccountsDatabase; end(): Promise<void> } {
  const { handleIn, end } = openPool(url, options)
  return { db: handleIn(() => ({ setting: 'app.account', value: account.getStore() ?? '' })), end }
}
