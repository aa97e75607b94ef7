import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import type { Reads } from '../../connect.ts'
import { headAnchorTable } from '../../tables/platform/head-anchor.table.ts'
import type { Tx } from '../../with-tx.ts'

export type HeadAnchorRow = typeof headAnchorTable.$inferSelect

/** False when that day has its head already. */
export async function insertAnchor(tx: Tx, row: typeof headAnchorTable.$inferInsert): Promise<boolean> {
  const rows = await tx
    .insert(headAnchorTable)
    .values(row)
    .onConflictDoNothing()
    .returning({ day: headAnchorTable.day })
  return rows.length === 1
}

const ofDay = (countyId: string, day: string) =>
  and(eq(headAnchorTable.countyId, countyId), eq(headAnchorTable.day, day))

export async function findAnchor(db: Reads, countyId: string, day: string): Promise<HeadAnchorRow | undefined> {
  const [row] = await db.select().from(headAnchorTable).where(ofDay(countyId, day))
  return row
}

/** Signs it once; false when somebody has, or it is another head. */
export async function signAnchor(
  tx: Tx,
  { countyId, day, hash, by, at }: { countyId: string; day: string; hash: string; by: string; at: Date },
): Promise<boolean> {
  const open = and(ofDay(countyId, day), eq(headAnchorTable.hash, hash), isNull(headAnchorTable.countersignedAt))
  const rows = await tx
    .update(headAnchorTable)
    .set({ countersignedBy: by, countersignedAt: at })
    .where(open)
    .returning({ day: headAnchorTable.day })
  return rows.length === 1
}

export type ListedAnchor = HeadAnchorRow & { signer: string | null }

/** The newest first, with the alias of who signed. */
export async function listAnchors(db: Reads, countyId: string, limit: number): Promise<ListedAnchor[]> {
  const signer = sql<string | null>`(select p.alias from person p
    where p.county_id = ${headAnchorTable.countyId} and p.id = ${headAnchorTable.countersignedBy})`
  const rows = await db
    .select({ row: headAnchorTable, signer })
    .from(headAnchorTable)
    .where(eq(headAnchorTable.countyId, countyId))
    .orderBy(desc(headAnchorTable.day))
    .limit(limit)
  return rows.map(({ row, signer: alias }) => ({ ...row, signer: alias }))
}

/** The newest head that nobody has signed yet. */
export async function unsignedAnchor(db: Reads, countyId: string): Promise<HeadAnchorRow | undefined> {
  const [row] = await db
    .select()
    .from(headAnchorTable)
    .where(and(eq(headAnchorTable.countyId, countyId), isNull(headAnchorTable.countersignedAt)))
    .orderBy(desc(headAnchorTable.day))
    .limit(1)
  return row
}
