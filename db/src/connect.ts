import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import { drizzleClient } from './lanes/drizzle-client.ts'
import { Lane, type Scope } from './lanes/lane.ts'
import { Slots, type SlotsOptions } from './lanes/slots.ts'

/** Single statements that only read. A transaction's handle is one, too. */
export type Reads = Pick<
  PostgresJsDatabase,
  '$count' | '$with' | 'execute' | 'select' | 'selectDistinct' | 'selectDistinctOn' | 'with'
>

export interface Connection {
  /** In no county: row security shows what belongs to none, and what is public. */
  db: Reads
  /** In one county; what is personal needs a transaction all the same. */
  of(countyId: string): Reads
  end(withinMs?: number): Promise<void>
}

export type ConnectOptions = Omit<SlotsOptions, 'size'> & { max: number }

/** Handles kept for their counties; beyond that they are made anew. */
const MOST = 1_000

/**
 * A pool for single statements that read; a transaction is had from lanes (with-tx.ts).
 * Errors: ConnectionLost, TooBusy, or the database's own.
 */
export function connect(url: string, options: ConnectOptions): Connection {
  const { handleIn, end } = openPool(url, options)
  const inCounty = (value: string) => handleIn(() => ({ setting: 'app.reading_county', value }))
  const handles = new Map<string, Reads>()
  const of = (countyId: string): Reads => {
    if (!/^[0-9]{6}$/.test(countyId)) throw new TypeError('a county is six digits')
    const handle = handles.get(countyId) ?? inCounty(countyId)
    if (handles.size < MOST) handles.set(countyId, handle)
    return handle
  }
  return { db: inCounty(''), of, end }
}

/** Handles that may write, for tables that belong to no county, each under its setting. Their `transaction` is refused. */
export function openPool(url: string, { max, ...options }: ConnectOptions) {
  const slots = new Slots(url, { ...options, size: max })
  const pattern = new Lane(url, options) // never connects: it only lends Drizzle the driver's options
  const handleIn = (scopeNow: () => Scope) => {
    const client = drizzleClient(pattern.client, (question) => {
      const scope = scopeNow()
      return slots.hold(({ lane }) => lane.askIn(scope, question))
    })
    return drizzle(client)
  }
  return { handleIn, end: (withinMs?: number) => slots.end(withinMs) }
}
