import { secondTable } from '../../tables/collect/second.table.ts'
import type { Tx } from '../../with-tx.ts'

/** "We need this too." A second voice of the same person fails by constraint. */
export async function insertSecond(tx: Tx, row: typeof secondTable.$inferInsert): Promise<void> {
  await tx.insert(secondTable).values(row)
}
