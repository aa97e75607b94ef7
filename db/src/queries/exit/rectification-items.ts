import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Reads } from '../../connect.ts'
import { attachmentTable } from '../../tables/platform/attachment.table.ts'
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

/** Attaches photos that this person uploaded and that show nothing else yet; how many it was. */
export async function attachToItem(
  tx: Tx,
  photos: { countyId: string; uploadedBy: string; ids: readonly string[] },
  to: { rectificationId: string; item: number },
): Promise<number> {
  if (photos.ids.length === 0) return 0
  const rows = await tx
    .update(attachmentTable)
    .set({ rectificationId: to.rectificationId, rectificationItem: to.item })
    .where(
      and(
        eq(attachmentTable.countyId, photos.countyId),
        inArray(attachmentTable.id, [...photos.ids]),
        eq(attachmentTable.uploadedBy, photos.uploadedBy),
        sql`num_nonnulls(${attachmentTable.progressId}, ${attachmentTable.deliveryId}, ${attachmentTable.findingId}, ${attachmentTable.rectificationId}) = 0`,
      ),
    )
    .returning({ id: attachmentTable.id })
  return rows.length
}
