import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import type { Tier } from '@dj/shared/county/organization/tier.ts'
import type { Reads } from '../../connect.ts'
import { feedbackRecordTable } from '../../tables/build/feedback-record.table.ts'
import {
  orderNeedTable,
  orderNumberTable,
  orderPartTable,
  orderPlaceTable,
  orderTable,
} from '../../tables/build/order.table.ts'
import { organizationTable } from '../../tables/county/organization.table.ts'
import { needTable } from '../../tables/collect/need.table.ts'
import type { Tx } from '../../with-tx.ts'
import { withVoices } from '../collect/needs.ts'

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

/** Needs to build from, held until the transaction ends, with the path of whoever they belong to. */
export async function lockNeeds(tx: Tx, countyId: string, ids: readonly string[]) {
  if (ids.length === 0) return []
  return tx
    .select({
      id: needTable.id,
      state: needTable.state,
      townId: needTable.townId,
      organizationId: needTable.organizationId,
      requesterPersonId: needTable.requesterPersonId,
      mergedIntoId: needTable.mergedIntoId,
    })
    .from(needTable)
    .where(and(eq(needTable.countyId, countyId), inArray(needTable.id, [...ids])))
    .orderBy(needTable.id)
    .for('update')
}

/** Links needs, and those merged into them: every requester answers and rates. */
export async function linkNeeds(
  tx: Tx,
  link: { countyId: string; orderId: string; linkedBy: string; linkedAt: Date },
  wanted: readonly string[],
): Promise<void> {
  const needIds = await withVoices(tx, link.countyId, wanted)
  if (needIds.length === 0) return
  const links = needIds.map((needId) => ({ ...link, needId }))
  await tx.insert(orderNeedTable).values(links).onConflictDoNothing()
  await tx
    .update(needTable)
    .set({
      state: 'linked',
      respondedAt: sql`coalesce(${needTable.respondedAt}, ${link.linkedAt.toISOString()}::timestamptz)`,
      version: sql`${needTable.version} + 1`,
    })
    .where(and(eq(needTable.countyId, link.countyId), inArray(needTable.id, needIds)))
}

/** Takes needs off a draft, with those merged into them; a need no other order is built from waits again. */
export async function unlinkNeeds(
  tx: Tx,
  countyId: string,
  orderId: string,
  dropped: readonly string[],
): Promise<void> {
  const needIds = await withVoices(tx, countyId, dropped)
  if (needIds.length === 0) return
  const { countyId: county, orderId: order, needId } = orderNeedTable
  await tx.delete(orderNeedTable).where(and(eq(county, countyId), eq(order, orderId), inArray(needId, needIds)))
  await tx
    .update(needTable)
    .set({ state: 'received', version: sql`${needTable.version} + 1` })
    .where(
      and(
        eq(needTable.countyId, countyId),
        inArray(needTable.id, needIds),
        sql`not exists (select 1 from order_need l where l.county_id = ${countyId} and l.need_id = ${needTable.id})`,
      ),
    )
}

/** The order these needs came back from when it was retired, the latest of several. */
export async function retiredOrderOf(db: Reads, countyId: string, needIds: readonly string[]): Promise<string | null> {
  if (needIds.length === 0) return null
  const [row] = await db
    .select({ id: orderTable.id })
    .from(orderNeedTable)
    .innerJoin(
      orderTable,
      and(eq(orderTable.countyId, orderNeedTable.countyId), eq(orderTable.id, orderNeedTable.orderId)),
    )
    .where(
      and(
        eq(orderNeedTable.countyId, countyId),
        inArray(orderNeedTable.needId, [...needIds]),
        eq(orderTable.state, 'retired'),
      ),
    )
    .orderBy(desc(orderTable.stateSince))
    .limit(1)
  return row?.id ?? null
}

export async function needsOf(db: Reads, countyId: string, orderId: string) {
  return db
    .select({
      id: needTable.id,
      requesterPersonId: needTable.requesterPersonId,
      requesterKind: needTable.requesterKind,
      receiptCode: needTable.receiptCode,
      mergedIntoId: needTable.mergedIntoId,
    })
    .from(orderNeedTable)
    .innerJoin(needTable, and(eq(needTable.countyId, orderNeedTable.countyId), eq(needTable.id, orderNeedTable.needId)))
    .where(and(eq(orderNeedTable.countyId, countyId), eq(orderNeedTable.orderId, orderId)))
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
