import { and, eq, sql } from 'drizzle-orm'
import type { Effect, Verdict } from '@dj/shared/exit/verdict.ts'
import type { Reads } from '../../connect.ts'
import { retirementTable } from '../../tables/exit/retirement.table.ts'
import type { Tx } from '../../with-tx.ts'

export type RetirementRow = typeof retirementTable.$inferSelect

const isIt = (countyId: string, id: string) => and(eq(retirementTable.countyId, countyId), eq(retirementTable.id, id))

export async function insertRetirement(tx: Tx, row: typeof retirementTable.$inferInsert): Promise<void> {
  await tx.insert(retirementTable).values(row)
}

export async function findRetirement(db: Reads, countyId: string, id: string): Promise<RetirementRow | undefined> {
  const [row] = await db.select().from(retirementTable).where(isIt(countyId, id))
  return row
}

/** Held until the transaction ends. Lock its order first. */
export async function lockRetirement(tx: Tx, countyId: string, id: string): Promise<RetirementRow | undefined> {
  const [row] = await tx.select().from(retirementTable).where(isIt(countyId, id)).for('update')
  return row
}

/** Saves a change and counts the version up. */
export async function updateRetirement(
  tx: Tx,
  countyId: string,
  id: string,
  change: Partial<typeof retirementTable.$inferInsert>,
): Promise<void> {
  await tx
    .update(retirementTable)
    .set({ ...change, version: sql`${retirementTable.version} + 1` })
    .where(isIt(countyId, id))
}

/** The newest final finding that says something against the order. */
export async function damningFinding(db: Reads, countyId: string, orderId: string) {
  const rows = await db.execute<{ id: string; quarter: string; effect: Effect | null; verdict: Verdict | null }>(sql`
    select id, quarter, effect, verdict from finding
    where county_id = ${countyId} and order_id = ${orderId} and state = 'final'
    and (effect = 'poor' or verdict = 'propose_retirement')
    order by received_at desc limit 1`)
  return rows[0]
}
