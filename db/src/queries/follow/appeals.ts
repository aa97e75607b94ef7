import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { AppealEffect, AppealView } from '@dj/shared/follow/appeal/appeal.schema.ts'
import type { Tier } from '@dj/shared/county/organization/tier.ts'
import type { Reads } from '../../connect.ts'
import { appealTable } from '../../tables/follow/appeal.table.ts'
import type { Tx } from '../../with-tx.ts'
import { uuidArray } from '../platform/array-params.ts'
import { typistSql } from '../exit/slip-typists.ts'

export type AppealRow = typeof appealTable.$inferSelect

const isAppeal = (countyId: string, id: string) => and(eq(appealTable.countyId, countyId), eq(appealTable.id, id))

export async function findAppeal(db: Reads, countyId: string, id: string): Promise<AppealRow | undefined> {
  const [row] = await db.select().from(appealTable).where(isAppeal(countyId, id))
  return row
}

/** Errors: the constraint appeal_once. */
export async function insertAppeal(tx: Tx, row: typeof appealTable.$inferInsert): Promise<void> {
  await tx.insert(appealTable).values(row)
}

/** Saves a change and counts the version up. */
export async function updateAppeal(
  tx: Tx,
  countyId: string,
  id: string,
  change: Partial<typeof appealTable.$inferInsert>,
): Promise<void> {
  await tx
    .update(appealTable)
    .set({ ...change, version: sql`${appealTable.version} + 1` })
    .where(isAppeal(countyId, id))
}

/** The organizations that claimed the order, with the path the policy asks. */
export async function claimantOrganizations(db: Reads, countyId: string, orderId: string) {
  return db.execute<{ id: string; path: string[] }>(sql`
    select distinct g.id, g.path from claim c join organization g on g.county_id = c.county_id and g.id = c.organization_id
    where c.county_id = ${countyId} and c.order_id = ${orderId}`)
}

export type AppealListRow = {
  id: string
  version: number
  subject: 'rating' | 'finding'
  subject_id: string
  order_id: string
  number: string | null
  title: string
  tier: Tier
  author_id: string
  publisher_id: string | null
  owner_id: string
  owner_path: string[]
  reason: string
  filed_by: string
  filed_by_id: string
  filed_at: string
  decide_by: string | null
  against: string | null
  entered_by: string | null
  state: AppealView['state']
  before: Record<string, unknown>
  after: Record<string, unknown> | null
  decision_reason: string | null
  decided_by: string | null
  decided_at: string | null
  effects: AppealEffect[]
  my_part: 'doer' | 'rater' | 'inspector' | null
}

export interface AppealFilter {
  id?: string | undefined
  state?: AppealView['state'] | undefined
  orderId?: string | undefined
  /** Filed by or against me, about an order I work on, or about one below or claimed by these organizations. */
  seenBy?: { personId: string; under: readonly string[] } | undefined
}

function conditions(countyId: string, { id, state, orderId, seenBy }: AppealFilter): SQL {
  const parts = [sql`a.county_id = ${countyId}`]
  if (id) parts.push(sql`a.id = ${id}`)
  if (state) parts.push(sql`a.state = ${state}`)
  if (orderId) parts.push(sql`a.order_id = ${orderId}`)
  if (seenBy) {
    const { personId, under } = seenBy
    parts.push(sql`(${personId} in (a.filed_by, a.against) or w.path && ${uuidArray(under)}
      or exists (select from order_part q where q.county_id = a.county_id and q.order_id = a.order_id and q.person_id = ${personId} and q.part = 'doer')
      or exists (select from claim c where c.county_id = a.county_id and c.order_id = a.order_id and c.organization_id = any(${uuidArray(under)})))`)
  }
  return sql.join(parts, sql` and `)
}

const joins = sql`
  from appeal a join demand_order o on o.county_id = a.county_id and o.id = a.order_id
  join organization w on w.county_id = o.county_id and w.id = o.owner_organization_id
  join person f on f.county_id = a.county_id and f.id = a.filed_by
  left join person d on d.county_id = a.county_id and d.id = a.decided_by
  left join rating r on r.county_id = a.county_id and r.id = a.subject_id`

const effects = sql`
  select e.data->'effects' from event e where e.county_id = a.county_id and e.order_id = a.order_id and e.kind = 'appeal.changed'
    and e.data->>'appealId' = a.id::text`

/** Newest first; `me` is whose part in the order is told. */
export async function listAppeals(
  db: Reads,
  me: { countyId: string; personId: string },
  filter: AppealFilter,
  page: { limit: number; after: { key: string; id: string } | null },
): Promise<AppealListRow[]> {
  const { after } = page
  const beyond = after ? sql`and (a.filed_at, a.id) < (${after.key}::timestamptz, ${after.id}::uuid)` : sql``
  return db.execute<AppealListRow>(sql`
    select a.id, a.version, a.subject, a.subject_id, a.order_id, o.number, o.title, o.tier, o.author_id, o.publisher_id, w.id as owner_id,
      w.path as owner_path, a.reason, f.alias as filed_by, a.filed_by as filed_by_id, a.filed_at::text, a.decide_by::text, a.against,
      coalesce(r.entered_by, ${typistSql(sql`a.county_id`, sql`a.order_id`, sql`a.subject_id::text`)}) as entered_by, a.state, a.before, a.after, a.decision_reason, d.alias as decided_by, a.decided_at::text, coalesce((${effects}), '[]') as effects,
      (select part from order_part q where q.county_id = a.county_id and q.order_id = a.order_id and q.person_id = ${me.personId}) as my_part
    ${joins} where ${conditions(me.countyId, filter)} ${beyond} order by a.filed_at desc, a.id desc limit ${page.limit}`)
}

export async function countAppeals(db: Reads, countyId: string, filter: AppealFilter): Promise<number> {
  const rows = await db.execute<{ n: number }>(
    sql`select count(*)::int as n from (select 1 ${joins} where ${conditions(countyId, filter)} limit 1000) x`,
  )
  return rows[0]?.n ?? 0
}
