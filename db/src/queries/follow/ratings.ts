import { and, eq, sql } from 'drizzle-orm'
import type { Reads } from '../../connect.ts'
import { ratingTable } from '../../tables/follow/rating.table.ts'
import type { Tx } from '../../with-tx.ts'

/** One rating per rater, order, cycle and quarter: the second replaces the first within the quarter. */
export async function upsertRating(tx: Tx, row: typeof ratingTable.$inferInsert) {
  const byPerson = row.raterPersonId !== null && row.raterPersonId !== undefined
  const { attitude, speed, result, words = null, ratedAt, enteredBy = null, device = null } = row
  const [stored] = await tx
    .insert(ratingTable)
    .values(row)
    .onConflictDoUpdate({
      target: [
        ratingTable.countyId,
        ratingTable.orderId,
        ratingTable.cycle,
        ratingTable.quarter,
        byPerson ? ratingTable.raterPersonId : ratingTable.raterNeedId,
      ],
      set: { attitude, speed, result, words, enteredBy, device, changedAt: ratedAt },
    })
    .returning()
  if (!stored) throw new Error('an upsert returned no row')
  return stored
}

/** Is this person a requester or seconder of the order or of a need behind it, or do they belong to the owning organization? */
export async function isEntitledRater(
  db: Reads,
  countyId: string,
  orderId: string,
  personId: string,
): Promise<boolean> {
  const rows = await db.execute<{ entitled: boolean }>(sql`
    select exists (
      select 1 from order_need l join need n on n.county_id = l.county_id and n.id = l.need_id
      where l.county_id = ${countyId} and l.order_id = ${orderId} and n.requester_person_id = ${personId}
    ) or exists (
      select 1 from second s
      where s.county_id = ${countyId} and s.person_id = ${personId} and (s.order_id = ${orderId}
        or s.need_id in (select need_id from order_need where county_id = ${countyId} and order_id = ${orderId}))
    ) or exists (
      select 1 from demand_order o
      join person p on p.county_id = o.county_id and p.id = ${personId}
      join organization h on h.county_id = p.county_id and h.id = p.home_organization_id
      where o.county_id = ${countyId} and o.id = ${orderId} and o.owner_organization_id = any(h.path)
    ) as entitled`)
  return rows[0]?.entitled === true
}

/** The newest cycle of the order in which something was delivered, or undefined. */
export async function deliveredCycle(db: Reads, countyId: string, orderId: string): Promise<number | undefined> {
  const [row] = await db.execute<{ cycle: number | null }>(sql`
    select max(c.cycle) as cycle from delivery d join claim c on c.county_id = d.county_id and c.id = d.claim_id
    where d.county_id = ${countyId} and d.order_id = ${orderId}`)
  return row?.cycle ?? undefined
}

/** Whether an appeal was filed against this rater's rating of that cycle and quarter: then it stays as it is. */
export async function isUnderAppeal(
  db: Reads,
  of: {
    countyId: string
    orderId: string
    cycle: number
    quarter: string
    raterPersonId: string | null
    raterNeedId: string | null
  },
): Promise<boolean> {
  const { countyId, orderId, cycle, quarter, raterPersonId, raterNeedId } = of
  const rows = await db.execute(sql`
    select a.id from rating r join appeal a on a.county_id = r.county_id and a.subject = 'rating' and a.subject_id = r.id
    where r.county_id = ${countyId} and r.order_id = ${orderId} and r.cycle = ${cycle} and r.quarter = ${quarter}
      and (r.rater_person_id = ${raterPersonId}::uuid or r.rater_need_id = ${raterNeedId}::uuid) and a.state <> 'kept'`)
  return rows.length > 0
}

export type RatingRow = typeof ratingTable.$inferSelect

export async function findRating(db: Reads, countyId: string, id: string): Promise<RatingRow | undefined> {
  const [row] = await db
    .select()
    .from(ratingTable)
    .where(and(eq(ratingTable.countyId, countyId), eq(ratingTable.id, id)))
  return row
}

/** What a decided appeal says of it: other grades, or that it no longer counts. */
export async function correctRating(
  tx: Tx,
  countyId: string,
  id: string,
  value: Pick<RatingRow, 'attitude' | 'speed' | 'result' | 'excluded'>,
): Promise<void> {
  await tx
    .update(ratingTable)
    .set(value)
    .where(and(eq(ratingTable.countyId, countyId), eq(ratingTable.id, id)))
}
