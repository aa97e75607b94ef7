import { and, eq } from 'drizzle-orm'
import type { Reads } from '../../connect.ts'
import { installationTable } from '../../tables/county/auth.table.ts'
import type { Tx } from '../../with-tx.ts'

const KEY = 'setup_code'
const isCode = (hash: string) => and(eq(installationTable.key, KEY), eq(installationTable.value, hash))

/** Keeps the hash of the one code that opens set-up; the one before is void. */
export async function keepSetupCode(tx: Tx, hash: string): Promise<void> {
  await tx
    .insert(installationTable)
    .values({ key: KEY, value: hash })
    .onConflictDoUpdate({ target: installationTable.key, set: { value: hash } })
}

export async function isSetupCode(db: Reads, hash: string): Promise<boolean> {
  const rows = await db.select({ key: installationTable.key }).from(installationTable).where(isCode(hash))
  return rows.length > 0
}

/** Uses the code up; false when it is not the one, or somebody was faster. */
export async function useSetupCode(tx: Tx, hash: string): Promise<boolean> {
  const rows = await tx.delete(installationTable).where(isCode(hash)).returning({ key: installationTable.key })
  return rows.length === 1
}
