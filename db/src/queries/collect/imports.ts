import { and, desc, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import type { Reads } from '../../connect.ts'
import { importBatchTable } from '../../tables/collect/import-batch.table.ts'
import { needTable } from '../../tables/collect/need.table.ts'
import { organizationTable } from '../../tables/county/organization.table.ts'
import type { Tx } from '../../with-tx.ts'
import { textArray, uuidArray } from '../platform/array-params.ts'

/** One import of a county at a time: two of the same file meet each other's rows and not half of them. */
export async function lockImports(tx: Tx, countyId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`${countyId}:import`}, 0))`)
}

export async function insertBatch(tx: Tx, row: typeof importBatchTable.$inferInsert): Promise<void> {
  await tx.insert(importBatchTable).values(row)
}

/** Every open organization of the county, with what is needed to find it by name. */
export async function placesOf(db: Reads, countyId: string) {
  const { id, kind, name, townId, path } = organizationTable
  return db
    .select({ id, kind, name, townId, path })
    .from(organizationTable)
    .where(and(eq(organizationTable.countyId, countyId), isNull(organizationTable.closedOn)))
}

/** Which of these rows are stored, and as which need. */
export async function knownFingerprints(
  db: Reads,
  countyId: string,
  prints: readonly string[],
): Promise<Map<string, string>> {
  const rows = await db.execute<{ print: string; id: string }>(sql`
    select import_fingerprint as print, id from need
    where county_id = ${countyId} and import_fingerprint = any(${textArray(prints)})`)
  return new Map(rows.map(({ print, id }) => [print, id]))
}

/** Needs a new one may repeat: not settled, not merged, of these towns or of none; the newest. */
export async function unsettledNeeds(db: Reads, countyId: string, townIds: readonly (string | null)[], limit: number) {
  const { id, townId, category, body, state, mergedIntoId, receivedAt } = needTable
  const towns = townIds.filter((town) => town !== null)
  const inTown = towns.length > 0 ? inArray(townId, towns) : undefined
  return db
    .select({ id, townId, category, body })
    .from(needTable)
    .where(
      and(
        eq(needTable.countyId, countyId),
        inArray(state, ['received', 'linked']),
        isNull(mergedIntoId),
        or(inTown, townIds.includes(null) ? isNull(townId) : undefined),
      ),
    )
    .orderBy(desc(receivedAt), desc(id))
    .limit(limit)
}

/** Needs of the whole county that say exactly this, with what they are known by and their town's name. */
export async function sayingTheSame(db: Reads, countyId: string, bodies: readonly string[]) {
  return db.execute<{
    id: string
    body: string
    requester: string
    town: string | null
    print: string | null
    open: boolean
  }>(sql`
    select n.id, n.body, n.requester_name as requester, o.name as town, n.import_fingerprint as print,
      n.state in ('received', 'linked') and n.merged_into_id is null as open
    from need n left join organization o on o.county_id = n.county_id and o.id = n.town_id
    where n.county_id = ${countyId} and n.body = any(${textArray(bodies)}) order by n.received_at desc, o.name collate "C", n.id`)
}

/** Of these the needs that others may still be merged into, held until the transaction ends. */
export async function lockMergeable(tx: Tx, countyId: string, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await tx
    .select({ id: needTable.id })
    .from(needTable)
    .where(
      and(
        eq(needTable.countyId, countyId),
        sql`${needTable.id} = any(${uuidArray(ids)})`,
        inArray(needTable.state, ['received', 'linked']),
        isNull(needTable.mergedIntoId),
      ),
    )
    .orderBy(needTable.id)
    .for('update')
  return new Set(rows.map(({ id }) => id))
}

/** Needs of this batch that were merged into one that has orders join those orders. */
export async function linkMergedOf(
  tx: Tx,
  { countyId, batchId, by, at }: { countyId: string; batchId: string; by: string; at: Date },
): Promise<void> {
  const instant = sql`${at.toISOString()}::timestamptz`
  await tx.execute(sql`
    with joined as (
      insert into order_need (county_id, order_id, need_id, linked_by, linked_at)
      select n.county_id, l.order_id, n.id, ${by}, ${instant} from need n
      join order_need l on l.county_id = n.county_id and l.need_id = n.merged_into_id
      where n.county_id = ${countyId} and n.import_batch_id = ${batchId} returning need_id)
    update need n set state = 'linked', responded_at = ${instant}
    where n.county_id = ${countyId} and n.id in (select need_id from joined)`)
}
