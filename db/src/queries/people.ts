import { personIdentityTable, personTable } from '../tables/person.table.ts'
import type { Tx } from '../with-tx.ts'

export type PersonRow = typeof personTable.$inferSelect

export async function insertPerson(tx: Tx, row: typeof personTable.$inferInsert): Promise<void> {
  await tx.insert(personTable).values(row)
}

export async function insertIdentity(tx: Tx, row: typeof personIdentityTable.$inferInsert): Promise<void> {
  await tx.insert(personIdentityTable).values(row)
}
