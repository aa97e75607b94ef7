import { and, eq } from 'drizzle-orm'
import type { Reads } from '../../connect.ts'
import { rectificationItemTable } from '../../tables/exit/rectification.table.ts'
import type { Tx } from '../../with-tx.ts'

export async function itemsOf(db: Reads, countyId: string, rectificationId: string) {
  return db
    .select()
    .from(rectificationItemTable)
    .where(
      and(eq(rectificationItemTable.countyId, countyId), eq(rectificationItemTable.rectificationId, rectificationId)),
    )
    .orderBy(rectificationItemTable.item)
}

/** Says what was done about an item; false when there is no such item. */
export async function answerItem(
  tx: Tx,
  key: { countyId: string; rectificationId: string; item: number },
  answer: { done: string; doneBy: string; doneAt: Date },
): Promise<boolean> {
  const { countyId, rectificationId, item } = rectificationItemTable
  const rows = await tx
    .update(rectificationItemTable)
    .set(answer)
    .where(and(eq(countyId, key.countyId), eq(rectificationId, key.rectificationId), eq(item, key.item)))
    .returning({ item })
  return rows.length === 1
}
