import { and, eq, inArray, isNull, lt } from 'drizzle-orm'
import type { Reads } from '../../connect.ts'
import { attachmentTable } from '../../tables/platform/attachment.table.ts'
import type { Tx } from '../../with-tx.ts'

export type AttachmentRow = typeof attachmentTable.$inferSelect

export async function insertAttachment(tx: Tx, row: typeof attachmentTable.$inferInsert): Promise<void> {
  await tx.insert(attachmentTable).values(row)
}

export async function findAttachment(db: Reads, countyId: string, id: string): Promise<AttachmentRow | undefined> {
  const [row] = await db
    .select()
    .from(attachmentTable)
    .where(and(eq(attachmentTable.countyId, countyId), eq(attachmentTable.id, id)))
  return row
}

/** Forgets photos that were uploaded before that instant and never shown to anybody; how many. */
export async function deleteUnusedAttachments(tx: Tx, countyId: string, before: Date): Promise<number> {
  const rows = await tx
    .delete(attachmentTable)
    .where(
      and(
        eq(attachmentTable.countyId, countyId),
        isNull(attachmentTable.progressId),
        isNull(attachmentTable.deliveryId),
        isNull(attachmentTable.findingId),
        isNull(attachmentTable.rectificationId),
        lt(attachmentTable.uploadedAt, before),
      ),
    )
    .returning({ id: attachmentTable.id })
  return rows.length
}

/** Which of these contents some attachment still shows. */
export async function knownContents(db: Reads, countyId: string, hashes: readonly string[]): Promise<Set<string>> {
  const rows = await db
    .selectDistinct({ sha256: attachmentTable.sha256 })
    .from(attachmentTable)
    .where(and(eq(attachmentTable.countyId, countyId), inArray(attachmentTable.sha256, [...hashes])))
  return new Set(rows.map((row) => row.sha256))
}
