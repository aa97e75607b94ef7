import { and, eq, sql } from 'drizzle-orm'
import type { Reads } from '../../connect.ts'
import { rectificationItemTable, rectificationTable } from '../../tables/exit/rectification.table.ts'
import type { Tx } from '../../with-tx.ts'

export type RectificationRow = typeof rectificationTable.$inferSelect

const isIt = (countyId: string, id: string) =>
  and(eq(rectificationTable.countyId, countyId), eq(rectificationTable.id, id))

export async function findRectification(
  db: Reads,
  countyId: string,
  id: string,
): Promise<RectificationRow | undefined> {
  const [row] = await db.select().from(rectificationTable).where(isIt(countyId, id))
  return row
}

/** Held until the transaction ends. Lock its order first. */
export async function lockRectification(tx: Tx, countyId: string, id: string): Promise<RectificationRow | undefined> {
  const [row] = await tx.select().from(rectificationTable).where(isIt(countyId, id)).for('update')
  return row
}

/** Notices that are still to be put right, by deadline. */
export async function issuedNotices(db: Reads, countyId: string): Promise<RectificationRow[]> {
  const { countyId: county, state, deadlineAt } = rectificationTable
  return db
    .select()
    .from(rectificationTable)
    .where(and(eq(county, countyId), eq(state, 'issued')))
    .orderBy(deadlineAt)
}

export async function insertRectification(
  tx: Tx,
  row: typeof rectificationTable.$inferInsert,
  items: readonly string[],
): Promise<void> {
  await tx.insert(rectificationTable).values(row)
  await insertItems(tx, { countyId: row.countyId, rectificationId: row.id }, items, 0)
}

/** Numbered on from the last. */
export async function insertItems(
  tx: Tx,
  of: { countyId: string; rectificationId: string },
  items: readonly string[],
  last: number,
): Promise<void> {
  if (items.length === 0) return
  await tx.insert(rectificationItemTable).values(items.map((words, i) => ({ ...of, item: last + i + 1, words })))
}

/** The notice that passed in this cycle of an order that was complete before and opened again for it. */
export async function passedReopening(db: Reads, countyId: string, orderId: string, cycle: number) {
  const [row] = await db
    .select()
    .from(rectificationTable)
    .where(
      and(
        eq(rectificationTable.countyId, countyId),
        eq(rectificationTable.orderId, orderId),
        eq(rectificationTable.state, 'passed'),
        sql`(${rectificationTable.facts} ->> 'reopenedCycle')::int = ${cycle}`,
      ),
    )
    .limit(1)
  return row
}

/** Saves a change and counts the version up. */
export async function updateRectification(
  tx: Tx,
  countyId: string,
  id: string,
  change: Partial<typeof rectificationTable.$inferInsert>,
): Promise<void> {
  await tx
    .update(rectificationTable)
    .set({ ...change, version: sql`${rectificationTable.version} + 1` })
    .where(isIt(countyId, id))
}
