import { and, eq, inArray, isNull, notInArray, sql, type SQL } from 'drizzle-orm'
import { Quarter } from '@dj/shared/platform/time/quarter.ts'
import type { Reads } from '../../connect.ts'
import { attachmentTable } from '../../tables/platform/attachment.table.ts'
import { findingTable } from '../../tables/follow/finding.table.ts'
import { assignmentTable } from '../../tables/follow/target.table.ts'
import type { Tx } from '../../with-tx.ts'
import { showsNothing } from '../platform/attachments.ts'

export type FindingRow = typeof findingTable.$inferSelect

/** One inspector's look at one order in one round. */
export interface Visit {
  countyId: string
  roundId: string
  orderId: string
  inspectorId: string
}

const isFinding = (countyId: string, id: string) => and(eq(findingTable.countyId, countyId), eq(findingTable.id, id))

/** Whether the inspector is to check it now; held, so that two devices of one inspector write one after the other. */
export async function holdAssignment(tx: Tx, visit: Visit): Promise<boolean> {
  const { countyId, roundId, orderId, inspectorId, endedAt, slot } = assignmentTable
  const rows = await tx
    .select({ slot })
    .from(assignmentTable)
    .where(
      and(
        eq(countyId, visit.countyId),
        eq(roundId, visit.roundId),
        eq(orderId, visit.orderId),
        eq(inspectorId, visit.inspectorId),
        isNull(endedAt),
      ),
    )
    .for('update')
  return rows.length > 0
}

export async function findingOfVisit(db: Reads, visit: Visit): Promise<FindingRow | undefined> {
  const { countyId, roundId, orderId, inspectorId } = findingTable
  const [row] = await db
    .select()
    .from(findingTable)
    .where(
      and(
        eq(countyId, visit.countyId),
        eq(roundId, visit.roundId),
        eq(orderId, visit.orderId),
        eq(inspectorId, visit.inspectorId),
      ),
    )
  return row
}

export async function findFinding(db: Reads, countyId: string, id: string): Promise<FindingRow | undefined> {
  const [row] = await db.select().from(findingTable).where(isFinding(countyId, id))
  return row
}

/** Errors: the constraints finding_pkey and finding_one_per_inspector. */
export async function insertFinding(tx: Tx, row: typeof findingTable.$inferInsert): Promise<void> {
  await tx.insert(findingTable).values(row)
}

/** Saves a change and counts the version up. */
export async function updateFinding(
  tx: Tx,
  countyId: string,
  id: string,
  change: Partial<typeof findingTable.$inferInsert>,
): Promise<void> {
  await tx
    .update(findingTable)
    .set({ ...change, version: sql`${findingTable.version} + 1` })
    .where(isFinding(countyId, id))
}

interface Photos {
  countyId: string
  uploadedBy: string
  ids: readonly string[]
}

/** Those of them that this person uploaded and that show nothing else. */
function fit({ countyId, uploadedBy, ids }: Photos, findingId: string): SQL | undefined {
  const { findingId: finding } = attachmentTable
  return and(
    eq(attachmentTable.countyId, countyId),
    inArray(attachmentTable.id, [...ids]),
    sql`(${finding} = ${findingId} or (${showsNothing} and ${attachmentTable.uploadedBy} = ${uploadedBy}))`,
  )
}

export async function countFitPhotos(db: Reads, photos: Photos, findingId: string): Promise<number> {
  if (photos.ids.length === 0) return 0
  return (await db.select({ id: attachmentTable.id }).from(attachmentTable).where(fit(photos, findingId))).length
}

/** Leaves exactly these photos on the finding, as far as this person uploaded them and they show nothing else; how many that is. */
export async function attachToFinding(tx: Tx, photos: Photos, findingId: string): Promise<number> {
  const { countyId, id, findingId: finding } = attachmentTable
  const here = eq(countyId, photos.countyId)
  const others = photos.ids.length === 0 ? undefined : notInArray(id, [...photos.ids])
  await tx
    .update(attachmentTable)
    .set({ findingId: null })
    .where(and(here, eq(finding, findingId), others))
  if (photos.ids.length === 0) return 0
  const rows = await tx.update(attachmentTable).set({ findingId }).where(fit(photos, findingId)).returning({ id })
  return rows.length
}

/** 不满意实名回访: somebody was not satisfied with the order `o` and no finding since has called back. */
export const callBackDueSql = (countyId: string, orderId: SQL): SQL => sql`(
  with called as (select coalesce(max(f.received_at), '-infinity') as at from finding f where f.county_id = ${countyId}
    and f.order_id = ${orderId} and f.state = 'final' and f.call_back->>'called' = 'true')
  select exists (select from delivery d, called where d.county_id = ${countyId} and d.order_id = ${orderId}
      and d.answer in ('partly', 'not') and d.answered_at > called.at)
    or exists (select from rating r, called where r.county_id = ${countyId} and r.order_id = ${orderId} and not r.excluded
      and r.attitude + r.speed + r.result < 9 and coalesce(r.changed_at, r.rated_at) > called.at))`

export async function isCallBackDue(db: Reads, countyId: string, orderId: string): Promise<boolean> {
  const rows = await db.execute<{ due: boolean }>(sql`select ${callBackDueSql(countyId, sql`${orderId}::uuid`)} as due`)
  return rows[0]?.due === true
}

/** Final findings 差 on the order in other rounds, newest first. */
export async function poorFindings(db: Reads, { countyId, orderId, roundId }: Omit<Visit, 'inspectorId'>) {
  const rows = await db.execute<{ id: string; quarter: string }>(sql`
    select id, quarter from finding where county_id = ${countyId} and order_id = ${orderId} and round_id <> ${roundId}
      and state = 'final' and effect = 'poor' order by quarter desc, received_at desc`)
  return rows.map(({ id, quarter }) => ({ id, quarter: Quarter.parse(quarter) }))
}
