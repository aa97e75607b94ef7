import { type ConnectionSettings, clientOptions } from '@dj/db/connection-settings.ts'
import type { Tx, WithTx } from '@dj/db/with-tx.ts'
import { sql as q } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'

interface Options extends ConnectionSettings {
  size: number
  clock?: () => Date
}

/** What one writes first: a pool, and Drizzle's own transaction on it. A small one shows soonest what happens in a large one, too. */
export function createLanes(url: string, { size, clock, ...settings }: Options) {
  const client = postgres(url, { ...clientOptions(settings), max: Math.min(size, 2) })
  const db = drizzle(client)
  const withTx: WithTx = (countyId, work) =>
    db.transaction(async (tx) => {
      const [row] = await tx.execute<{ now: string }>(
        q`select set_config('app.county_id', ${countyId}, true), clock_timestamp()::text as now`,
      )
      return work(tx satisfies Tx, clock?.() ?? new Date(row?.now ?? Number.NaN))
    })
  return { withTx, end: () => client.end({ timeout: 5 }) }
}
