import { roleGrantTable } from '../tables/person.table.ts'
import type { Tx } from '../with-tx.ts'

export type GrantRow = typeof roleGrantTable.$inferSelect

/** Errors: the constraints role_grant_no_overlap, _admin_apart, _inspector_not_doer and _not_to_oneself. */
export async function insertGrant(tx: Tx, row: typeof roleGrantTable.$inferInsert): Promise<void> {
  await tx.insert(roleGrantTable).values(row)
}
