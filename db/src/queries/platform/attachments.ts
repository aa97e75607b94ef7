import { and, eq, inArray, lt, sql } from 'drizzle-orm'
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

/** Is this photo attached to nothing yet? */
export const showsNothing = sql`num_nonnulls(${attachmentTable.progressId}, ${attachmentTable.deliveryId}, ${attachmentTable.findingId}, ${attachmentTable.rectificationId}, ${attachmentTable.needId}) = 0`

/** What a photo shows. */
export type Shown = Pick<
  typeof attachmentTable.$inferInsert,
  'progressId' | 'deliveryId' | 'rectificationId' | 'rectificationItem' | 'needId'
>

export interface SentPhotos {
  countyId: string
  uploadedBy: string
  ids: readonly string[]
}

/** Attaches photos that this person uploaded and that show nothing else yet; how many it was. */
export async function attachPhotos(tx: Tx, photos: SentPhotos, to: Shown): Promise<number> {
  if (photos.ids.length === 0) return 0
  const { countyId, id, uploadedBy } = attachmentTable
  const ours = and(eq(countyId, photos.countyId), eq(uploadedBy, photos.uploadedBy))
  const rows = await tx
    .update(attachmentTable)
    .set(to)
    .where(and(ours, inArray(id, [...photos.ids]), showsNothing))
    .returning({ id })
  return rows.length
}

/** Forgets photos that were uploaded before that instant and never shown to anybody; how many. */
export async function deleteUnusedAttachments(tx: Tx, countyId: string, before: Date): Promise<number> {
  const rows = await tx
    .delete(attachmentTable)
    .where(and(eq(attachmentTable.countyId, countyId), showsNothing, lt(attachmentTable.uploadedAt, before)))
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
