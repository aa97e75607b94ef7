import { type SQL, sql } from 'drizzle-orm'
import type { Channel, NeedState, RequesterKind, Urgency } from '@dj/shared/collect/need/need.schema.ts'
import type { Reads } from '../../connect.ts'

/** A need as its page and lists show it; instants as PostgreSQL writes them. */
export type NeedRow = {
  id: string
  version: number
  state: NeedState
  channel: Channel
  round_label: string | null
  requester_kind: RequesterKind
  requester_name: string
  requester_person_id: string | null
  organization_id: string | null
  organization_name: string | null
  town_id: string | null
  town_name: string | null
  /** Where it belongs: ids of every organization above it. A need of no known place belongs to the county. */
  path: string[]
  category: string
  body: string
  urgency: Urgency
  collected_on: string | null
  remark: string | null
  contact_consent: boolean
  released_words: string | null
  holder_id: string | null
  holder_alias: string | null
  handover_to: string | null
  handover_alias: string | null
  handover_reason: string | null
  answer: string | null
  decline_reason: string | null
  reopened: boolean
  reopen_reason: string | null
  earlier_answer: string | null
  merged_into_id: string | null
  voices: { id: string; requesterName: string }[]
  backers: { organizationId: string; townId: string | null }[]
  seconds: number
  seconded: boolean
  orders: { id: string; number: string | null; title: string; state: string }[]
  photos: string[]
  received_at: string
  respond_by: string | null
  responded_at: string | null
}

const orders = sql`
  select coalesce(json_agg(json_build_object('id', x.id, 'number', x.number, 'title', x.title, 'state', x.state) order by l.linked_at, x.id), '[]')
  from order_need l join demand_order x on x.county_id = l.county_id and x.id = l.order_id
  where l.county_id = n.county_id and l.need_id = n.id`

const photos = sql`
  select coalesce(json_agg(a.id order by a.id), '[]') from attachment a where a.county_id = n.county_id and a.need_id = n.id`

const voices = sql`
  select coalesce(json_agg(json_build_object('id', v.id, 'requesterName', v.requester_name) order by v.received_at, v.id), '[]')
  from need v where v.county_id = n.county_id and v.merged_into_id = n.id`

/** Whoever raised it, or a need merged into it, and whoever seconded one of these: by organization, whose the suggested tier is. */
const backers = sql`
  select coalesce(json_agg(json_build_object('organizationId', b.id, 'townId', b.town_id) order by b.id), '[]') from organization b
  where b.county_id = n.county_id and b.id in (
    select v.organization_id from need v where v.county_id = n.county_id and (v.id = n.id or v.merged_into_id = n.id)
    union select s.organization_id from second s join need v on v.county_id = s.county_id and v.id = s.need_id
      where s.county_id = n.county_id and (v.id = n.id or v.merged_into_id = n.id))`

const ofReopening = (fact: 'reason' | 'earlierAnswer') => sql`
  select e.data ->> ${fact}::text from event e
  where e.county_id = n.county_id and e.need_id = n.id and e.kind = 'need.reopened' order by e.at desc limit 1`

const columns = (personId: string | null) => sql`
  n.id, n.version, n.state, n.channel, n.round_label, n.requester_kind, n.requester_name, n.requester_person_id, n.organization_id,
  o.name as organization_name, n.town_id, t.name as town_name, ${pathOf} as path, n.category, n.body, n.urgency,
  n.collected_on::text, n.remark, n.contact_consent, n.released_words, n.holder_id, h.alias as holder_alias, n.handover_to, n.handover_reason,
  (select x.alias from person x where x.county_id = n.county_id and x.id = n.handover_to) as handover_alias, n.answer, n.decline_reason, n.reopened, n.merged_into_id,
  n.received_at::text, n.respond_by::text, n.responded_at::text, (${orders}) as orders, (${photos}) as photos, (${voices}) as voices, (${backers}) as backers,
  case when n.reopened then (${ofReopening('reason')}) end as reopen_reason,
  case when n.reopened then (${ofReopening('earlierAnswer')}) end as earlier_answer,
  (select count(*)::int from second s where s.county_id = n.county_id and s.need_id = n.id) as seconds,
  exists (select 1 from second s where s.county_id = n.county_id and s.need_id = n.id and s.person_id = ${personId}::uuid) as seconded`

const root = sql`(select r.path from organization r where r.county_id = n.county_id and r.kind = 'county')`
/** The ids from the county down to where a need `n` belongs; with `joins`. */
export const pathOf = sql`coalesce(o.path, '{}') || coalesce(t.path, ${root}, '{}')`

export const joins = sql`
  left join organization o on o.county_id = n.county_id and o.id = n.organization_id
  left join organization t on t.county_id = n.county_id and t.id = n.town_id
  left join person h on h.county_id = n.county_id and h.id = n.holder_id`

interface Viewer {
  countyId: string
  personId: string | null
}

/** One page, newest first. The page is cut before anything is joined to it. */
export async function listNeeds(
  db: Reads,
  viewer: Viewer,
  conditions: SQL,
  page: { limit: number; after: { key: string; id: string } | null },
): Promise<NeedRow[]> {
  const { limit, after } = page
  const beyond = after ? sql`and (n.received_at, n.id) < (${after.key}::timestamptz, ${after.id}::uuid)` : sql``
  // The indexes were generated with "nulls last"; without these words they would not give the order.
  return db.execute<NeedRow>(sql`
    with page as materialized (
      select * from need n where ${conditions} ${beyond} order by n.received_at desc nulls last, n.id desc nulls last limit ${limit})
    select ${columns(viewer.personId)} from page n ${joins} order by n.received_at desc, n.id desc`)
}

/** How many there are, counted no further than `cap`. */
export async function countNeeds(db: Reads, conditions: SQL, cap = 1000): Promise<number> {
  const rows = await db.execute<{ n: number }>(
    sql`select count(*)::int as n from (select 1 from need n where ${conditions} limit ${cap}) x`,
  )
  return rows[0]?.n ?? 0
}

export async function findNeed(db: Reads, viewer: Viewer, id: string): Promise<NeedRow | undefined> {
  const rows = await db.execute<NeedRow>(
    sql`select ${columns(viewer.personId)} from need n ${joins} where n.county_id = ${viewer.countyId} and n.id = ${id}`,
  )
  return rows[0]
}

/** The place of a need and whether this person seconded it: what the policy asks. */
export async function placeOfNeed(db: Reads, viewer: Viewer, id: string) {
  const rows = await db.execute<{ path: string[]; seconded: boolean }>(sql`
    select ${pathOf} as path, exists (select 1 from second s
      where s.county_id = n.county_id and s.need_id = n.id and s.person_id = ${viewer.personId}::uuid) as seconded
    from need n ${joins} where n.county_id = ${viewer.countyId} and n.id = ${id}`)
  return rows[0]
}
