import { and, count, eq, isNull, sql } from 'drizzle-orm'
import type { Reads } from '../../connect.ts'
import { objectionTable } from '../../tables/exit/retirement.table.ts'
import { needTable } from '../../tables/collect/need.table.ts'
import type { Tx } from '../../with-tx.ts'

export async function insertObjection(tx: Tx, row: typeof objectionTable.$inferInsert): Promise<void> {
  await tx.insert(objectionTable).values(row)
}

/** An objection with whoever raised it: by receipt the requester of the need, where that is a person known here. */
export async function findObjection(db: Reads, countyId: string, retirementId: string, id: string) {
  const { countyId: county, retirementId: retirement, id: objection, personId, needId } = objectionTable
  const [row] = await db
    .select({ raisedBy: sql<string | null>`coalesce(${personId}, ${needTable.requesterPersonId})` })
    .from(objectionTable)
    .leftJoin(needTable, and(eq(needTable.countyId, county), eq(needTable.id, needId)))
    .where(and(eq(county, countyId), eq(retirement, retirementId), eq(objection, id)))
  return row
}

/** Stores the answer if there is none yet; false when another was first. */
export async function answerObjection(
  tx: Tx,
  countyId: string,
  id: string,
  answer: { answer: string; answeredBy: string; answeredAt: Date },
): Promise<boolean> {
  const rows = await tx
    .update(objectionTable)
    .set(answer)
    .where(and(eq(objectionTable.countyId, countyId), eq(objectionTable.id, id), isNull(objectionTable.answer)))
    .returning({ id: objectionTable.id })
  return rows.length === 1
}

export async function countOpenObjections(db: Reads, countyId: string, retirementId: string): Promise<number> {
  const [row] = await db
    .select({ n: count() })
    .from(objectionTable)
    .where(
      and(
        eq(objectionTable.countyId, countyId),
        eq(objectionTable.retirementId, retirementId),
        isNull(objectionTable.answer),
      ),
    )
  return row?.n ?? 0
}
