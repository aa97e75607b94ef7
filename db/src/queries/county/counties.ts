import { asc, eq } from 'drizzle-orm'
import type { Reads } from '../../connect.ts'
import { countyTable } from '../../tables/county/county.table.ts'
import type { Tx } from '../../with-tx.ts'

export type CountyRow = typeof countyTable.$inferSelect

export async function insertCounty(tx: Tx, row: typeof countyTable.$inferInsert): Promise<void> {
  await tx.insert(countyTable).values(row)
}

export async function listCounties(db: Reads): Promise<CountyRow[]> {
  return db.select().from(countyTable).orderBy(asc(countyTable.countyId))
}

export async function anyCounty(db: Reads): Promise<boolean> {
  const rows = await db.select({ id: countyTable.countyId }).from(countyTable).limit(1)
  return rows.length > 0
}

export async function findCounty(db: Reads, countyId: string): Promise<{ id: string; name: string } | undefined> {
  const [row] = await db
    .select({ id: countyTable.countyId, name: countyTable.name })
    .from(countyTable)
    .where(eq(countyTable.countyId, countyId))
  return row
}
