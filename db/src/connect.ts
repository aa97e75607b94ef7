import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import postgres, { type ParameterOrJSON, type Sql, type UnsafeQueryOptions } from 'postgres'
import { clientOptions, type ConnectionSettings } from './connection-settings.ts'
import { statementCache } from './statement-cache.ts'

/** Single statements that only read. A transaction's handle is one, too. */
export type Reads = Pick<
  PostgresJsDatabase,
  '$count' | '$with' | 'execute' | 'select' | 'selectDistinct' | 'selectDistinctOn' | 'with'
>

export interface Connection {
  db: Reads
  sql: Sql
  end(): Promise<void>
}

export interface ConnectOptions extends ConnectionSettings {
  max: number
}

/** A pool for single statements. Whatever needs a transaction goes through lanes (with-tx.ts), never `sql.begin`. */
export function connect(url: string, { max, ...settings }: ConnectOptions): Connection {
  const sql = postgres(url, { ...clientOptions(settings), max })
  return { db: drizzle(preparing(sql)), sql, end: () => sql.end({ timeout: 5 }) }
}

/** Drizzle asks for unprepared statements only; this client prepares what recurs. */
function preparing(sql: Sql): Sql {
  const worthPreparing = statementCache()
  const unsafe = (text: string, parameters: ParameterOrJSON<never>[] = [], options: UnsafeQueryOptions = {}) =>
    sql.unsafe(text, parameters, { ...options, prepare: parameters.length > 0 && worthPreparing(text) })
  return new Proxy(sql, {
    get: (target, key, receiver) => (key === 'unsafe' ? unsafe : Reflect.get(target, key, receiver)),
  })
}
