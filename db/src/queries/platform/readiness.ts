import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import type { Reads } from '../../connect.ts'

const JOURNAL = join(import.meta.dirname, '../../../migrations/meta/_journal.json')

/** When the newest migration this program knows was made. */
export function newestMigration(): number {
  const journal: unknown = JSON.parse(readFileSync(JOURNAL, 'utf8'))
  const times = [...JSON.stringify(journal).matchAll(/"when":(\d+)/g)].map(([, when]) => Number(when))
  return Math.max(0, ...times)
}

/** When the newest migration the database has was made. */
export async function appliedMigration(db: Reads): Promise<number> {
  const [row] = await db.execute<{ at: number }>(
    sql`select coalesce(max(created_at), 0)::float8 as at from drizzle.__drizzle_migrations`,
  )
  return row?.at ?? 0
}
