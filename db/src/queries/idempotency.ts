import { and, eq } from 'drizzle-orm'
import type { Reads } from '../connect.ts'
import { idempotencyTable } from '../tables/idempotency.table.ts'
import type { Tx } from '../with-tx.ts'

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

const isKey = ({ countyId, subject, key }: Key) =>
  and(eq(idempotencyTable.countyId, countyId), eq(idempotencyTable.subject, subject), eq(idempotencyTable.key, key))
