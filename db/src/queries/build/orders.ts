import { and, eq, sql } from 'drizzle-orm'
import type { ClaimState } from '@dj/shared/build/order/claim-state.ts'
import type { Tier } from '@dj/shared/county/organization/tier.ts'
import type { Reads } from '../../connect.ts'
import { feedbackRecordTable } from '../../tables/build/feedback-record.table.ts'
import { orderNumberTable, orderPartTable, orderPlaceTable, orderTable } from '../../tables/build/order.table.ts'
import { organizationTable } from '../../tables/county/organization.table.ts'
import type { Tx } from '../../with-tx.ts'

export type OrderRow = typeof orderTable.$inferSelect
export type OrderChange = Partial<typeof orderTable.$inferInsert>

const isOrder = (countyId: string, id: string) => and(eq(orderTable.countyId, countyId), eq(orderTable.id, id))

/**
 * The order, held until the transaction ends: a rival waits here. Read its claims in a later statement, never in the same one.
 * Its key never changes, so whoever only refers to it (a round being frozen) and whoever changes it need not wait for one another.
 */
export async function lockOrder(tx: Tx, countyId: string, id: string): Promise<OrderRow | undefined> {
  const [row] = await tx.select().from(orderTable).where(isOrder(countyId, id)).for('no key update')
  return row
}

export async function insertOrder(tx: Tx, row: typeof orderTable.$inferInsert): Promise<void> {
  await tx.insert(orderTable).values(row)
}

/** Saves a change and counts the version up. */
export async function updateOrder(tx: Tx, countyId: string, id: string, change: OrderChange): Promise<void> {
  await tx
    .update(orderTable)
    .set({ ...change, version: sql`${orderTable.version} + 1` })
    .where(isOrder(countyId, id))
}

/** Path of the organization that owns the order: what the policy asks. */
export async function ownerOf(db: Reads, countyId: string, orderId: string) {
  const [row] = await db
    .select({
      id: organizationTable.id,
      path: organizationTable.path,
      kind: organizationTable.kind,
      name: organizationTable.name,
    })
    .from(orderTable)
    .innerJoin(
      organizationTable,
      and(
        eq(organizationTable.countyId, orderTable.countyId),
        eq(organizationTable.id, orderTable.ownerOrganizationId),
      ),
    )
    .where(isOrder(countyId, orderId))
  return row
}

export async function insertPlaces(tx: Tx, countyId: string, orderId: string, from: number, to: number): Promise<void> {
  if (to < from) return
  const places = Array.from({ length: to - from + 1 }, (_, i) => ({ countyId, orderId, place: from + i }))
  await tx.insert(orderPlaceTable).values(places)
}

/** Fails by foreign key when a place to be removed has ever been claimed. */
export async function deletePlacesAbove(tx: Tx, countyId: string, orderId: string, last: number): Promise<void> {
  const { countyId: county, orderId: order, place } = orderPlaceTable
  await tx.delete(orderPlaceTable).where(and(eq(county, countyId), eq(order, orderId), sql`${place} > ${last}`))
}

export async function placesOf(db: Reads, countyId: string, orderId: string): Promise<number[]> {
  const rows = await db
    .select({ place: orderPlaceTable.place })
    .from(orderPlaceTable)
    .where(and(eq(orderPlaceTable.countyId, countyId), eq(orderPlaceTable.orderId, orderId)))
    .orderBy(orderPlaceTable.place)
  return rows.map((row) => row.place)
}

/** The states of the order's claims in this cycle: what its own state is settled by. */
export async function claimStatesOf(
  db: Reads,
  countyId: string,
  orderId: string,
  cycle: number,
): Promise<ClaimState[]> {
  const rows = await db.execute<{ state: ClaimState }>(sql`
    select state from claim where county_id = ${countyId} and order_id = ${orderId} and cycle = ${cycle}`)
  return rows.map(({ state }) => state)
}

/** The next number of a series in that year: a library's `A-2026-000123`, or `ZG-2026-000007` of the rectifications. */
export async function nextNumber(tx: Tx, countyId: string, tier: Tier | 'ZG', year: number): Promise<string> {
  const [row] = await tx
    .insert(orderNumberTable)
    .values({ countyId, tier, year, last: 1 })
    .onConflictDoUpdate({
      target: [orderNumberTable.countyId, orderNumberTable.tier, orderNumberTable.year],
      set: { last: sql`${orderNumberTable.last} + 1` },
    })
    .returning({ last: orderNumberTable.last })
  return `${tier}-${year}-${String(row?.last ?? 0).padStart(6, '0')}`
}

/** Makes the person a doer, rater or inspector of the order. A person who is something else already keeps that: the next key fails. */
export async function takePart(tx: Tx, part: typeof orderPartTable.$inferInsert): Promise<void> {
  await tx.insert(orderPartTable).values(part).onConflictDoNothing()
}

export async function partOf(db: Reads, countyId: string, orderId: string, personId: string) {
  const [row] = await db
    .select({ part: orderPartTable.part })
    .from(orderPartTable)
    .where(
      and(
        eq(orderPartTable.countyId, countyId),
        eq(orderPartTable.orderId, orderId),
        eq(orderPartTable.personId, personId),
      ),
    )
  return row?.part ?? null
}

export async function insertFeedbackRecord(tx: Tx, row: typeof feedbackRecordTable.$inferInsert): Promise<void> {
  await tx.insert(feedbackRecordTable).values(row)
}

/** Whether somebody ever claimed it, or a round counted it in. */
export async function isReliedOn(db: Reads, countyId: string, orderId: string): Promise<boolean> {
  const rows = await db.execute<{ relied: boolean }>(sql`
    select exists (select from claim c where c.county_id = ${countyId} and c.order_id = ${orderId})
      or exists (select from frame_entry f where f.county_id = ${countyId} and f.order_id = ${orderId}) as relied`)
  return rows[0]?.relied === true
}
