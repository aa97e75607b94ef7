import { and, eq, getTableColumns, sql } from 'drizzle-orm'
import type { Reads } from '../../connect.ts'
import { needTable } from '../../tables/collect/need.table.ts'
import { codeUseTable, needSightTable } from '../../tables/collect/receipt.table.ts'
import type { Tx } from '../../with-tx.ts'
import type { NeedRecord } from './needs.ts'

const { search: _, ...recordColumns } = getTableColumns(needTable)

/** The need behind a receipt code, by what is stored of it. */
export async function findNeedByReceipt(db: Reads, countyId: string, hash: string): Promise<NeedRecord | undefined> {
  const [row] = await db
    .select(recordColumns)
    .from(needTable)
    .where(and(eq(needTable.countyId, countyId), eq(needTable.receiptHash, hash)))
  return row
}

/** The old code is dead from here on. False when the new one is taken by another need: make another. */
export async function replaceReceipt(tx: Tx, countyId: string, id: string, hash: string): Promise<boolean> {
  if (await findNeedByReceipt(tx, countyId, hash)) return false
  await tx
    .update(needTable)
    .set({ receiptHash: hash, version: sql`${needTable.version} + 1` })
    .where(and(eq(needTable.countyId, countyId), eq(needTable.id, id)))
  return true
}

/** Somebody of the staff saw the contact, or was told the code. */
export async function insertSight(tx: Tx, row: typeof needSightTable.$inferInsert): Promise<void> {
  await tx.insert(needSightTable).values(row)
}

export async function insertCodeUse(tx: Tx, row: typeof codeUseTable.$inferInsert): Promise<void> {
  await tx.insert(codeUseTable).values(row)
}

/** Whether the requester left a contact, and lets those who do the work use it. In a transaction of the county. */
export async function contactStanding(
  tx: Tx,
  countyId: string,
  needId: string,
): Promise<'shared' | 'withheld' | 'none'> {
  const [row] = await tx.execute<{ consent: boolean }>(sql`
    select n.contact_consent as consent from need_contact k join need n on n.county_id = k.county_id and n.id = k.need_id
    where k.county_id = ${countyId} and k.need_id = ${needId} and num_nonnulls(k.name, k.phone) > 0`)
  if (!row) return 'none'
  return row.consent ? 'shared' : 'withheld'
}
