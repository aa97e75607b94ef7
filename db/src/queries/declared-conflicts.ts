import { declaredConflictTable } from '../tables/round.table.ts'
import type { Tx } from '../with-tx.ts'

/** Declared once for an organization; a second word replaces the reason. */
export async function upsertConflict(tx: Tx, row: typeof declaredConflictTable.$inferInsert): Promise<void> {
  const { countyId, personId, organizationId } = declaredConflictTable
  await tx
    .insert(declaredConflictTable)
    .values(row)
    .onConflictDoUpdate({
      target: [countyId, personId, organizationId],
      set: { reason: row.reason, declaredAt: row.declaredAt },
    })
}
