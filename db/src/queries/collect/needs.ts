import type { WorkingTerm } from '@dj/shared/platform/time/deadline.ts'
import { and, eq, getTableColumns, inArray, or, sql } from 'drizzle-orm'
import type { Reads } from '../../connect.ts'
import { needContactTable, needTable } from '../../tables/collect/need.table.ts'
import { organizationTable } from '../../tables/county/organization.table.ts'
import { personTable } from '../../tables/county/person.table.ts'
import type { Tx } from '../../with-tx.ts'
import { uuidArray } from '../platform/array-params.ts'

const { search: _, ...recordColumns } = getTableColumns(needTable)

/** A need as its rules see it; without its search terms, which only the index reads. */
export type NeedRecord = Omit<typeof needTable.$inferSelect, 'search'>
export type NewNeed = typeof needTable.$inferInsert
type NeedChange = Partial<Omit<NewNeed, 'countyId' | 'id' | 'version'>>

const isNeed = (countyId: string, id: string) => and(eq(needTable.countyId, countyId), eq(needTable.id, id))

/** The need, held until the transaction ends. Two needs are locked in the order of their ids. */
export async function lockNeed(tx: Tx, countyId: string, id: string): Promise<NeedRecord | undefined> {
  const [row] = await tx.select(recordColumns).from(needTable).where(isNeed(countyId, id)).for('update')
  return row
}

/** False when the receipt code is taken by another need: make a new one and try again. */
export async function insertNeed(tx: Tx, row: NewNeed): Promise<boolean> {
  const rows = await tx
    .insert(needTable)
    .values(row)
    .onConflictDoNothing({ target: [needTable.countyId, needTable.receiptHash] })
    .returning({ id: needTable.id })
  return rows.length === 1
}

export async function insertContacts(tx: Tx, rows: readonly (typeof needContactTable.$inferInsert)[]): Promise<void> {
  if (rows.length > 0) await tx.insert(needContactTable).values([...rows])
}

/** Personal data: readable only in a transaction of its county. */
export async function contactOf(tx: Tx, countyId: string, needId: string) {
  const [row] = await tx
    .select({ name: needContactTable.name, phone: needContactTable.phone, phoneWords: needContactTable.phoneWords })
    .from(needContactTable)
    .where(and(eq(needContactTable.countyId, countyId), eq(needContactTable.needId, needId)))
  return row ?? null
}

/** Personal data: the contacts' names of these needs, to be taken out of their words. */
export async function contactNames(
  tx: Tx,
  countyId: string,
  needIds: readonly string[],
): Promise<ReadonlyMap<string, string | null>> {
  if (needIds.length === 0) return new Map()
  const rows = await tx
    .select({ id: needContactTable.needId, name: needContactTable.name })
    .from(needContactTable)
    .where(and(eq(needContactTable.countyId, countyId), inArray(needContactTable.needId, [...needIds])))
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Saves a change and counts the version up. */
export const respondTerm = ({ until, from, days }: WorkingTerm) => ({
  ...{ respondBy: until, respondFrom: from, respondDays: days },
})

export async function updateNeed(tx: Tx, countyId: string, id: string, change: NeedChange): Promise<void> {
  await tx
    .update(needTable)
    .set({ ...change, version: sql`${needTable.version} + 1` })
    .where(isNeed(countyId, id))
}

/** The same change for every need merged into this one that still waits; their ids. */
export async function updateVoices(tx: Tx, countyId: string, id: string, change: NeedChange): Promise<string[]> {
  const rows = await tx
    .update(needTable)
    .set({ ...change, version: sql`${needTable.version} + 1` })
    .where(and(eq(needTable.countyId, countyId), eq(needTable.mergedIntoId, id), eq(needTable.state, 'received')))
    .returning({ id: needTable.id })
  return rows.map((row) => row.id)
}

/** These needs and those merged into them that were not settled apart, held until the transaction ends. */
export async function withVoices(tx: Tx, countyId: string, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const { id, mergedIntoId, state } = needTable
  const rows = await tx
    .select({ id })
    .from(needTable)
    .where(
      and(
        eq(needTable.countyId, countyId),
        or(inArray(id, [...ids]), and(inArray(mergedIntoId, [...ids]), inArray(state, ['received', 'linked']))),
      ),
    )
    .orderBy(id)
    .for('update')
  return rows.map((row) => row.id)
}

export async function countVoices(db: Reads, countyId: string, id: string): Promise<number> {
  return db.$count(needTable, and(eq(needTable.countyId, countyId), eq(needTable.mergedIntoId, id)))
}

/** Links the need to every order the other is linked to; true when there was one. */
export async function linkLike(
  tx: Tx,
  link: { countyId: string; needId: string; likeId: string; by: string; at: Date },
): Promise<boolean> {
  const rows = await tx.execute(sql`
    insert into order_need (county_id, order_id, need_id, linked_by, linked_at)
    select county_id, order_id, ${link.needId}, ${link.by}, ${link.at.toISOString()}::timestamptz from order_need
    where county_id = ${link.countyId} and need_id = ${link.likeId} on conflict do nothing returning order_id`)
  return rows.length > 0
}

/** Undoes the links made since the need was merged into the other. */
export async function unlinkUnlike(tx: Tx, link: { countyId: string; needId: string; likeId: string }): Promise<void> {
  await tx.execute(sql`
    delete from order_need l where l.county_id = ${link.countyId} and l.need_id = ${link.needId}
    and l.linked_at >= (select max(e.at) from event e
      where e.county_id = l.county_id and e.need_id = l.need_id and e.kind = 'need.merged')
    and exists (select 1 from order_need k
      where k.county_id = l.county_id and k.order_id = l.order_id and k.need_id = ${link.likeId})`)
}

/** The person as requester: the alias that others see, and the home organization with its town. */
export async function requesterFacts(db: Reads, countyId: string, personId: string) {
  const [row] = await db
    .select({ alias: personTable.alias, organizationId: organizationTable.id, townId: organizationTable.townId })
    .from(personTable)
    .leftJoin(
      organizationTable,
      and(
        eq(organizationTable.countyId, personTable.countyId),
        eq(organizationTable.id, personTable.homeOrganizationId),
      ),
    )
    .where(and(eq(personTable.countyId, countyId), eq(personTable.id, personId)))
  return row
}

/** Of these organizations those that are the county or a town; the rest are party organizations, groups, stations. */
export async function kindsOf(db: Reads, countyId: string, ids: readonly string[]) {
  if (ids.length === 0) return []
  return db
    .select({ id: organizationTable.id, kind: organizationTable.kind })
    .from(organizationTable)
    .where(and(eq(organizationTable.countyId, countyId), sql`${organizationTable.id} = any(${uuidArray(ids)})`))
}
