import { and, eq, inArray, sql, type SQL } from 'drizzle-orm'
import type { Tier } from '@dj/shared/county/organization/tier.ts'
import type { ReopeningAsked, ReopeningState } from '@dj/shared/follow/reopening/reopening.schema.ts'
import type { Reads } from '../../connect.ts'
import { reopeningTable } from '../../tables/follow/reopening.table.ts'
import type { Tx } from '../../with-tx.ts'
import { uuidArray } from '../platform/array-params.ts'

export type ReopeningRow = typeof reopeningTable.$inferSelect

const isIt = (countyId: string, id: string) => and(eq(reopeningTable.countyId, countyId), eq(reopeningTable.id, id))

/** Errors: the constraint reopening_one_live. */
export async function insertReopening(tx: Tx, row: typeof reopeningTable.$inferInsert): Promise<void> {
  await tx.insert(reopeningTable).values(row)
}

export async function findReopening(db: Reads, countyId: string, id: string): Promise<ReopeningRow | undefined> {
  const [row] = await db.select().from(reopeningTable).where(isIt(countyId, id))
  return row
}

/** What waits for a decision on the order, or led to the cycle it runs in; held until the transaction ends. Lock the order first. */
export async function lockReopeningOf(
  tx: Tx,
  countyId: string,
  orderId: string,
  states: readonly ReopeningState[],
): Promise<ReopeningRow | undefined> {
  const { countyId: county, orderId: order, state, proposedAt } = reopeningTable
  const [row] = await tx
    .select()
    .from(reopeningTable)
    .where(and(eq(county, countyId), eq(order, orderId), inArray(state, [...states])))
    .orderBy(sql`${proposedAt} desc`)
    .limit(1)
    .for('update')
  return row
}

/** Saves a change and counts the version up. */
export async function updateReopening(
  tx: Tx,
  countyId: string,
  id: string,
  change: Partial<typeof reopeningTable.$inferInsert>,
): Promise<void> {
  await tx
    .update(reopeningTable)
    .set({ ...change, version: sql`${reopeningTable.version} + 1` })
    .where(isIt(countyId, id))
}

export type ReopeningListRow = {
  id: string
  version: number
  state: ReopeningState
  asked: ReopeningAsked
  order_id: string
  order_number: string | null
  title: string
  tier: Tier
  owner_path: string[]
  cycle: number
  finding_id: string
  second_poor: boolean
  reason: string
  proposed_by: string | null
  proposed_at: string
  decided_by: string | null
  decided_at: string | null
  decision_reason: string | null
  /** Who found it, and who typed in a slip: they do not decide. */
  concerned: string[]
}

export interface ReopeningFilter {
  id?: string | undefined
  orderId?: string | undefined
  state?: ReopeningState | undefined
  /** On orders owned below these. */
  under?: readonly string[] | undefined
}

const findings = sql`array[r.finding_id] || array(select (x ->> 'findingId')::uuid from jsonb_array_elements(coalesce(r.facts -> 'added', '[]')) x)`
const concerned = sql`
  array(select f.inspector_id from finding f where f.county_id = r.county_id and f.id = any(${findings})
    union select e.by from event e where e.county_id = r.county_id and e.order_id = r.order_id and e.kind = 'finding.submitted'
      and e.by is not null and (e.data ->> 'findingId')::uuid = any(${findings}))`

function conditions(countyId: string, { id, orderId, state, under }: ReopeningFilter): SQL {
  const parts = [sql`r.county_id = ${countyId}`]
  if (id !== undefined) parts.push(sql`r.id = ${id}`)
  if (orderId !== undefined) parts.push(sql`r.order_id = ${orderId}`)
  if (state !== undefined) parts.push(sql`r.state = ${state}`)
  if (under !== undefined) parts.push(sql`w.path && ${uuidArray(under)}`)
  return sql.join(parts, sql` and `)
}

/** Newest first. */
export async function listReopenings(
  db: Reads,
  countyId: string,
  filter: ReopeningFilter,
  limit: number,
): Promise<ReopeningListRow[]> {
  return db.execute<ReopeningListRow>(sql`
    select r.id, r.version, r.state, r.asked, r.order_id, o.number as order_number, o.title, o.tier, w.path as owner_path, r.cycle, r.finding_id,
      r.facts ? 'earlier' as second_poor, r.reason, p.alias as proposed_by, r.proposed_at::text, d.alias as decided_by, r.decided_at::text,
      r.decision_reason, ${concerned} as concerned
    from reopening r
    join demand_order o on o.county_id = r.county_id and o.id = r.order_id
    join organization w on w.county_id = o.county_id and w.id = o.owner_organization_id
    left join person p on p.county_id = r.county_id and p.id = r.proposed_by
    left join person d on d.county_id = r.county_id and d.id = r.decided_by
    where ${conditions(countyId, filter)} order by r.proposed_at desc, r.id desc limit ${limit}`)
}
