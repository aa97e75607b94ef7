import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import { drizzleClient } from './lanes/drizzle-client.ts'
import { Lane } from './lanes/lane.ts'
import { Slots, type SlotsOptions } from './lanes/slots.ts'

/** Single statements that only read. A transaction's handle is one, too. */
export type Reads = Pick<
  PostgresJsDatabase,
  '$count' | '$with' | 'execute' | 'select' | 'selectDistinct' | 'selectDistinctOn' | 'with'
>

export interface Connection {
  db: Reads
  end(withinMs?: number): Promise<void>
}

export type ConnectOptions = Omit<SlotsOptions, 'size'> & { max: number }

/**
 * A pool for single statements that read; a transaction is had from lanes (with-tx.ts).
 * Errors: ConnectionLost, TooBusy, or the database's own.
 */
export function connect(url: string, options: ConnectOptions): Connection {
  const { handle, end } = openPool(url, options)
  return { db: handle, end }
}

/** The same with a handle that may write, for tables that belong to no county. Its `transaction` is refused. */
export function openPool(url: string, { max, ...options }: ConnectOptions) {
  const slots = new Slots(url, { ...options, size: max })
  const pattern = new Lane(url, options) // never connects: it only lends Drizzle the driver's options
  const client = drizzleClient(pattern.client, (question) => slots.hold(({ lane }) => lane.ask(question)))
  return { handle: drizzle(client), end: (withinMs?: number) => slots.end(withinMs) }
}
