import { and, desc, eq } from 'drizzle-orm'
import type { Reads } from '../../connect.ts'
import { declaredConflictTable } from '../../tables/follow/declared-conflict.table.ts'
import type { Tx } from '../../with-tx.ts'

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

/** What a person declared, newest first. */
export async function conflictsOf(db: Reads, countyId: string, personId: string) {
  const { organizationId, reason, declaredAt } = declaredConflictTable
  return db
    .select({ organizationId, reason, declaredAt })
    .from(declaredConflictTable)
    .where(and(eq(declaredConflictTable.countyId, countyId), eq(declaredConflictTable.personId, personId)))
    .orderBy(desc(declaredAt))
}
