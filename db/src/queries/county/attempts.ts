import type { Level } from '@dj/shared/platform/pace.ts'
import { inArray, lt, sql } from 'drizzle-orm'
import type { Reads } from '../../connect.ts'
import type { AccountsDatabase } from '../../connect-accounts.ts'
import { authAttemptTable } from '../../tables/county/auth.table.ts'
import type { Tx } from '../../with-tx.ts'

const { key, failures, lastAt } = authAttemptTable
const shown = { key, level: failures, at: lastAt }
type Rows = { key: string; level: number; at: number }[]

/** What is counted under these keys, each held until the transaction ends: nobody else counts meanwhile. */
export async function holdCounts(tx: Tx, keys: readonly string[], at: number): Promise<Map<string, Level>> {
  const rows = await tx
    .insert(authAttemptTable)
    .values(keys.toSorted().map((each) => ({ key: each, failures: 0, lastAt: at })))
    .onConflictDoUpdate({ target: key, set: { lastAt: sql`${lastAt}` } })
    .returning(shown)
  return byKey(rows)
}

export async function countsOf(db: Reads, keys: readonly string[]): Promise<Map<string, Level>> {
  return byKey(
    await db
      .select(shown)
      .from(authAttemptTable)
      .where(inArray(key, [...keys])),
  )
}

/** Writes counts that are held. */
export async function writeCounts(tx: Tx, counts: readonly (readonly [string, Level])[]): Promise<void> {
  if (counts.length === 0) return
  await tx
    .insert(authAttemptTable)
    .values(counts.map(([each, { level, at }]) => ({ key: each, failures: level, lastAt: at })))
    .onConflictDoUpdate({ target: key, set: { failures: sql`excluded.failures`, lastAt: sql`excluded.last_at` } })
}

/** Counts so many more; how many there are now. */
export async function countMore(tx: Tx, counted: string, by: number, at: Date): Promise<number> {
  const [row] = await tx
    .insert(authAttemptTable)
    .values({ key: counted, failures: by, lastAt: at.getTime() })
    .onConflictDoUpdate({ target: key, set: { failures: sql`${failures} + ${by}`, lastAt: at.getTime() } })
    .returning({ now: failures })
  return row?.now ?? by
}

/** It was no failure after all. */
export async function takeBack(db: AccountsDatabase, counted: string, by: number): Promise<void> {
  await db
    .update(authAttemptTable)
    .set({ failures: sql`greatest(${failures} - ${by}, 0)` })
    .where(inArray(key, [counted]))
}

export async function forgetCounts(db: AccountsDatabase, keys: readonly string[]): Promise<void> {
  await db.delete(authAttemptTable).where(inArray(key, [...keys]))
}

/** Forgets what has not been counted since. */
export async function deleteOldCounts(tx: Tx, since: Date): Promise<void> {
  await tx.delete(authAttemptTable).where(lt(lastAt, since.getTime()))
}

const byKey = (rows: Rows) => new Map(rows.map(({ key: each, level, at }) => [each, { level, at }] as const))
