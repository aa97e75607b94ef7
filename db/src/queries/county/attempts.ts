import { inArray, lt, or, sql } from 'drizzle-orm'
import type { AccountsDatabase } from '../../connect-accounts.ts'
import { authAttemptTable } from '../../tables/county/auth.table.ts'

export interface Attempts {
  failures: number
  /** Milliseconds since 1970. */
  lastAt: number
}

export async function attemptsOf(db: AccountsDatabase, keys: readonly string[]): Promise<Attempts[]> {
  const { failures, lastAt } = authAttemptTable
  return db
    .select({ failures, lastAt })
    .from(authAttemptTable)
    .where(inArray(authAttemptTable.key, [...keys]))
}

/** Counts one more failure for each key, from one again where the last is older than `since`. Answers how many each has now. */
export async function countFailure(
  db: AccountsDatabase,
  keys: readonly string[],
  at: number,
  since: number,
): Promise<number[]> {
  const rows = await db
    .insert(authAttemptTable)
    .values(keys.toSorted().map((key) => ({ key, failures: 1, lastAt: at })))
    .onConflictDoUpdate({
      target: authAttemptTable.key,
      set: {
        failures: sql`case when ${authAttemptTable.lastAt} < ${since} then 1 else ${authAttemptTable.failures} + 1 end`,
        lastAt: at,
      },
    })
    .returning({ failures: authAttemptTable.failures })
  return rows.map((row) => row.failures)
}

/** It was no failure after all. */
export async function takeBackFailure(db: AccountsDatabase, key: string): Promise<void> {
  await db
    .update(authAttemptTable)
    .set({ failures: sql`greatest(${authAttemptTable.failures} - 1, 0)` })
    .where(inArray(authAttemptTable.key, [key]))
}

/** Forgets this key's failures, and all that are older than `since`. */
export async function clearFailures(db: AccountsDatabase, key: string, since: number): Promise<void> {
  await db.delete(authAttemptTable).where(or(inArray(authAttemptTable.key, [key]), lt(authAttemptTable.lastAt, since)))
}
