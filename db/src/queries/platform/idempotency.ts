import { and, eq, lt, sql } from 'drizzle-orm'
import type { Reads } from '../../connect.ts'
import { idempotencyTable } from '../../tables/platform/idempotency.table.ts'
import type { Tx } from '../../with-tx.ts'

interface Key {
  countyId: string
  subject: string
  key: string
}

/** Takes the key for this act; false when somebody has used it. Waits for a transaction that holds it. */
export async function claimKey(
  tx: Tx,
  {
    countyId,
    subject,
    key,
    route,
    bodyHash,
    status,
    at,
  }: Key & { route: string; bodyHash: string; status: number; at: Date },
): Promise<boolean> {
  const rows = await tx
    .insert(idempotencyTable)
    .values({ countyId, subject, key, route, bodyHash, status, body: null, at })
    .onConflictDoNothing()
    .returning({ key: idempotencyTable.key })
  return rows.length === 1
}

export async function storeReply(tx: Tx, { countyId, subject, key, body }: Key & { body: unknown }): Promise<void> {
  await tx.update(idempotencyTable).set({ body }).where(isKey({ countyId, subject, key }))
}

export async function storedReply(db: Reads, countyId: string, subject: string, key: string) {
  const [row] = await db
    .select({
      route: idempotencyTable.route,
      bodyHash: idempotencyTable.bodyHash,
      status: idempotencyTable.status,
      body: idempotencyTable.body,
    })
    .from(idempotencyTable)
    .where(isKey({ countyId, subject, key }))
  return row
}

/** Removes at most `limit` replies given before that instant; how many. */
export async function deleteOldReplies(tx: Tx, countyId: string, before: Date, limit: number): Promise<number> {
  const { subject, key, at } = idempotencyTable
  const old = tx
    .select({ subject, key })
    .from(idempotencyTable)
    .where(and(eq(idempotencyTable.countyId, countyId), lt(at, before)))
    .limit(limit)
  const rows = await tx
    .delete(idempotencyTable)
    .where(and(eq(idempotencyTable.countyId, countyId), sql`(${subject}, ${key}) in ${old}`))
    .returning({ key })
  return rows.length
}

const isKey = ({ countyId, subject, key }: Key) =>
  and(eq(idempotencyTable.countyId, countyId), eq(idempotencyTable.subject, subject), eq(idempotencyTable.key, key))
