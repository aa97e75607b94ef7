import { and, eq, inArray } from 'drizzle-orm'
import { accountResetTable } from '../../tables/county/account-reset.table.ts'
import type { Tx } from '../../with-tx.ts'

export type AccountReset = typeof accountResetTable.$inferSelect

/** Errors: constraint account_reset_one_at_a_time. */
export async function insertReset(tx: Tx, row: typeof accountResetTable.$inferInsert): Promise<void> {
  await tx.insert(accountResetTable).values(row)
}

const live = (countyId: string, personId: string) =>
  and(
    eq(accountResetTable.countyId, countyId),
    eq(accountResetTable.personId, personId),
    inArray(accountResetTable.state, ['asked', 'issued']),
  )

/** What waits for this person, a request or a code, held until the transaction ends. */
export async function lockLiveReset(tx: Tx, countyId: string, personId: string): Promise<AccountReset | undefined> {
  const [row] = await tx.select().from(accountResetTable).where(live(countyId, personId)).for('update')
  return row
}

/** Whatever waited for this person is void: a newer one takes its place. */
export async function replaceLiveReset(tx: Tx, countyId: string, personId: string, at: Date): Promise<void> {
  await tx
    .update(accountResetTable)
    .set({ state: 'replaced', codeHash: null, endedAt: at })
    .where(live(countyId, personId))
}

/** Ends what is locked, with its code. */
export async function endReset(
  tx: Tx,
  { countyId, id }: Pick<AccountReset, 'countyId' | 'id'>,
  state: 'used' | 'withdrawn',
  at: Date,
): Promise<void> {
  await tx
    .update(accountResetTable)
    .set({ state, codeHash: null, endedAt: at })
    .where(and(eq(accountResetTable.countyId, countyId), eq(accountResetTable.id, id)))
}
