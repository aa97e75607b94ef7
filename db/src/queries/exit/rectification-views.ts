import { type SQL, sql } from 'drizzle-orm'
import type { RectificationState } from '@dj/shared/exit/rectification/rectification.schema.ts'
import type { Reads } from '../../connect.ts'
import { uuidArray } from '../platform/array-params.ts'
import { finders } from './rectification-finders.ts'
import { nudges } from './rectification-nudges.ts'

export type RectificationListRow = {
  id: string
  version: number
  number: string
  state: RectificationState
  cause: 'finding' | 'poor_rating'
  order_id: string
  order_number: string | null
  title: string
  owner_id: string
  owner_name: string
  owner_path: string[]
  responsible_id: string | null
  responsible_alias: string | null
  issued_by: string | null
  issued_at: string
  deadline_at: string | null
  extended: boolean
  submitted_at: string | null
  submitted_by: string | null
  /** Every inspector whose finding it rests on. */
  finders: string[]
  reinspector_id: string | null
  reinspector_alias: string | null
  decided_at: string | null
  decision: string | null
  items: { item: number; words: string; done: string | null; attachments: string[] }[]
  nudges: { count: number; last: string } | null
}

export interface RectificationFilter {
  id?: string | undefined
  state?: RectificationState | undefined
  orderId?: string | undefined
  /** Owned below these, answered for by this person, or one of these. */
  concerning?: { under: readonly string[]; personId: string; ids: readonly string[] } | undefined
}

const items = sql`
  select coalesce(json_agg(json_build_object('item', i.item, 'words', i.words, 'done', i.done, 'attachments', array(
    select a.id from attachment a where a.county_id = i.county_id and a.rectification_id = i.rectification_id
    and a.rectification_item = i.item order by a.id)) order by i.item), '[]')
  from rectification_item i where i.county_id = r.county_id and i.rectification_id = r.id`

function conditions(countyId: string, { id, state, orderId, concerning }: RectificationFilter): SQL {
  const parts = [sql`r.county_id = ${countyId}`]
  if (id) parts.push(sql`r.id = ${id}`)
  if (state) parts.push(sql`r.state = ${state}`)
  if (orderId) parts.push(sql`r.order_id = ${orderId}`)
  if (concerning) {
    parts.push(sql`(w.path && ${`{${concerning.under.join(',')}}`}::uuid[] or r.responsible_id = ${concerning.personId} or r.id = any(${uuidArray(concerning.ids)})
      or exists (select 1 from claim c where c.county_id = r.county_id and c.order_id = r.order_id and c.person_id = ${concerning.personId}))`)
  }
  return sql.join(parts, sql` and `)
}

const joins = sql`
  from rectification r
  join demand_order o on o.county_id = r.county_id and o.id = r.order_id
  join organization w on w.county_id = o.county_id and w.id = o.owner_organization_id
  left join person p on p.county_id = r.county_id and p.id = r.responsible_id
  left join person x on x.county_id = r.county_id and x.id = r.reinspector_id
  left join person b on b.county_id = r.county_id and b.id = r.issued_by`

/** Newest notice first. */
export async function listRectifications(
  db: Reads,
  countyId: string,
  filter: RectificationFilter,
  page: { limit: number; after: { key: string; id: string } | null },
): Promise<RectificationListRow[]> {
  const after = page.after
    ? sql`and (r.issued_at, r.id) < (${page.after.key}::timestamptz, ${page.after.id}::uuid)`
    : sql``
  return db.execute<RectificationListRow>(sql`
    select r.id, r.version, r.number, r.state, r.cause, r.order_id, o.number as order_number, o.title, w.id as owner_id, w.name as owner_name,
      w.path as owner_path, r.responsible_id, p.alias as responsible_alias, b.alias as issued_by, r.issued_at::text, r.deadline_at::text,
      r.extended, r.submitted_at::text, r.submitted_by, ${finders} as finders, r.reinspector_id, x.alias as reinspector_alias, r.decided_at::text,
      r.decision, (${items}) as items, (${nudges}) as nudges
    ${joins} where ${conditions(countyId, filter)} ${after} order by r.issued_at desc, r.id desc limit ${page.limit}`)
}

export async function countRectifications(db: Reads, countyId: string, filter: RectificationFilter): Promise<number> {
  const rows = await db.execute<{ n: number }>(
    sql`select count(*)::int as n from (select 1 ${joins} where ${conditions(countyId, filter)} limit 1000) x`,
  )
  return rows[0]?.n ?? 0
}
