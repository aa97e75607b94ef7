import type { HandedSecret } from '@dj/shared/county/people/same-hand.rules.ts'
import { and, eq, gt, inArray } from 'drizzle-orm'
import type { Reads } from '../../connect.ts'
import { accountResetTable } from '../../tables/county/account-reset.table.ts'
import type { Tx } from '../../with-tx.ts'

export type AccountReset = typeof accountResetTable.$inferSelect

/** Errors: constraint account_reset_one_at_a_time. */
export async function insertReset(tx: Tx, row: typeof accountResetTable.$inferInsert): Promise<void> {
  await tx.insert(accountResetTable).values(row)
}

const ofPerson = (countyId: string, personId: string, state: 'asked' | 'issued') =>
  and(
    eq(accountResetTable.countyId, countyId),
    eq(accountResetTable.personId, personId),
    eq(accountResetTable.state, state),
  )
const isReset = (countyId: string, id: string) =>
  and(eq(accountResetTable.countyId, countyId), eq(accountResetTable.id, id))

/** The request or the code that waits for this person, held until the transaction ends. */
export async function lockWaiting(
  tx: Tx,
  countyId: string,
  personId: string,
  state: 'asked' | 'issued',
): Promise<AccountReset | undefined> {
  const [row] = await tx
    .select()
    .from(accountResetTable)
    .where(ofPerson(countyId, personId, state))
    .for('update')
  return row
}

export async function findReset(tx: Reads, countyId: string, id: string): Promise<AccountReset | undefined> {
  const [row] = await tx.select().from(accountResetTable).where(isReset(countyId, id))
  return row
}

export async function lockReset(tx: Tx, countyId: string, id: string): Promise<AccountReset | undefined> {
  const [row] = await tx.select().from(accountResetTable).where(isReset(countyId, id)).for('update')
  return row
}

/** What waited is void: a newer one takes its place. */
export async function replaceWaiting(
  tx: Tx,
  countyId: string,
  personId: string,
  state: 'asked' | 'issued',
  at: Date,
): Promise<void> {
  await tx
    .update(accountResetTable)
    .set({ state: 'replaced', codeHash: null, endedAt: at })
    .where(ofPerson(countyId, personId, state))
}

type Change = Partial<Omit<AccountReset, 'countyId' | 'id' | 'personId' | 'kind'>>

export async function updateReset(
  tx: Tx,
  { countyId, id }: Pick<AccountReset, 'countyId' | 'id'>,
  change: Change,
): Promise<void> {
  await tx.update(accountResetTable).set(change).where(isReset(countyId, id))
}

/** Has the owner of this account ever chosen its secret? Accounts from before there were codes have. */
export async function isOpened(db: Reads, countyId: string, personId: string): Promise<boolean> {
  const { state, kind } = accountResetTable
  const rows = await db
    .select({ state, kind })
    .from(accountResetTable)
    .where(and(eq(accountResetTable.countyId, countyId), eq(accountResetTable.personId, personId)))
  return rows.some((row) => row.state === 'used') || !rows.some((row) => row.kind === 'opening')
}

/** Secrets of these people that were set after `since` with a code, and through whose hands it went. */
export async function handedSince(
  db: Reads,
  countyId: string,
  personIds: readonly string[],
  since: Date,
): Promise<HandedSecret[]> {
  const { personId, askedBy, confirmedBy, state, endedAt } = accountResetTable
  const rows = await db
    .select({ personId, askedBy, confirmedBy })
    .from(accountResetTable)
    .where(
      and(
        eq(accountResetTable.countyId, countyId),
        inArray(personId, [...personIds]),
        eq(state, 'used'),
        gt(endedAt, since),
      ),
    )
  return rows.map((row) => ({ personId: row.personId, hands: [row.askedBy, row.confirmedBy] }))
}
