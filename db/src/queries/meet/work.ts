import { sql } from 'drizzle-orm'
import type { WorkKind } from '@dj/shared/meet/work/work.schema.ts'
import type { Reads } from '../../connect.ts'
import { unclaimedFrom } from '../build/unclaimed.ts'
import type { Viewer } from '../build/order-cards.ts'

export type WorkRow = {
  kind: WorkKind
  subject_kind: 'need' | 'order' | 'claim'
  subject_id: string
  order_id: string | null
  title: string
  since: string
  due_at: string | null
  warned_at: string | null
}

/** Where the viewer works: the organizations they triage for, those they lead in claims, and whether they sit at the hotline. */
export interface Desk {
  triages: readonly string[]
  leads: readonly string[]
  operator: boolean
}
export interface WorkInstants {
  now: Date
  /** How long a delivery waits for its answer. */
  unansweredDays: number
  reportDueSince: Date
  unclaimedSince: Date
  givenBackSince: Date
}

const ids = (list: readonly string[]) => sql`${`{${list.join(',')}}`}::uuid[]`

/** Everything that waits for the viewer, oldest deadline first. */
export async function workOf(
  db: Reads,
  viewer: Viewer,
  desk: Desk,
  at: WorkInstants,
  limit: number,
): Promise<WorkRow[]> {
  const { countyId, personId } = viewer
  const time = (date: Date) => sql`${date.toISOString()}::timestamptz`
  const triaged = sql`(select id from organization where county_id = ${countyId} and path && ${ids(desk.triages)})`
  const led = sql`(select id from organization where county_id = ${countyId} and path && ${ids(desk.leads)})`
  const lastDay = sql`(coalesce(o.claim_by, o.due_on) + 1)::timestamp at time zone 'Asia/Shanghai'`
  const running = sql`c.state = 'active' and o.state not in ('rectifying', 'retiring')`
  const own = sql`((c.claimant_kind = 'member' and c.person_id = ${personId}) or c.organization_id in ${led})`
  const ownOrders = sql`o.county_id = ${countyId} and o.owner_organization_id in ${triaged}`
  const claim = sql`from claim c join demand_order o on o.county_id = c.county_id and o.id = c.order_id where c.county_id = ${countyId}`
  return db.execute<WorkRow>(sql`
    select * from (
      select 'need.respond' as kind, 'need' as subject_kind, n.id as subject_id, null::uuid as order_id, n.body as title,
        n.received_at as since, n.respond_by as due_at, null::timestamptz as warned_at
      from need n where n.county_id = ${countyId} and n.state = 'received' and n.merged_into_id is null
        and (n.organization_id in ${triaged} or n.town_id in ${triaged} or n.holder_id = ${personId})
      union all
      select 'need.take_over', 'need', n.id, null::uuid, n.body, n.received_at, n.respond_by, null from need n
      where n.county_id = ${countyId} and n.state = 'received' and n.merged_into_id is null and n.handover_to = ${personId}
      union all
      select case when o.tier <> 'C' and o.author_id <> ${personId} then 'order.publish' else 'order.draft' end, 'order', o.id, o.id, o.title, o.listed_at, null, null
      from demand_order o where ${ownOrders} and o.state = 'draft'
      union all
      select 'order.unclaimed', 'order', o.id, o.id, o.title, ${unclaimedFrom}, ${lastDay}, null from demand_order o
      where ${ownOrders} and o.state = 'open' and (${lastDay} <= ${time(at.now)} or o.published_at <= ${time(at.unclaimedSince)} and ${unclaimedFrom} <= ${time(at.unclaimedSince)}) and not exists (select 1 from claim c
        where c.county_id = o.county_id and c.order_id = o.id and c.cycle = o.cycle and c.state in ('requested', 'active', 'delivered', 'completed'))
      union all
      select 'claim.decide', 'claim', c.id, o.id, o.title, c.started_at, c.respond_by, null ${claim} and c.state = 'requested' and o.owner_organization_id in ${triaged}
      union all
      select case when c.due_at <= ${time(at.now)} then 'claim.overdue' else 'claim.report' end, 'claim', c.id, o.id, o.title,
        coalesce(c.last_report_at, c.started_at), c.due_at, c.warned_at ${claim} and ${running} and ${own}
        and (c.due_at <= ${time(at.now)} or coalesce(c.last_report_at, c.started_at) <= ${time(at.reportDueSince)})
      union all
      select 'claim.overdue_with_us', 'claim', c.id, o.id, o.title, c.due_at, c.due_at, c.warned_at ${claim} and ${running}
        and c.due_at <= ${time(at.now)} and o.owner_organization_id in ${triaged} and ${own} is not true
      union all
      select 'claim.claimant_away', 'claim', c.id, o.id, o.title, c.started_at, c.due_at, c.warned_at ${claim} and c.state in ('requested', 'active')
        and c.claimant_kind = 'member' and o.owner_organization_id in ${triaged}
        and exists (select from person p where p.county_id = c.county_id and p.id = c.person_id and p.status <> 'active')
      union all
      select 'order.given_back', 'order', o.id, o.id, o.title, max(c.ended_at), null, null ${claim} and o.state = 'open'
        and o.owner_organization_id in ${triaged} and c.cycle = o.cycle and c.state = 'released' and c.respond_by is null
        and c.ended_at > ${time(at.givenBackSince)} and not exists (select from claim x where x.county_id = c.county_id
          and x.order_id = c.order_id and x.id <> c.id and x.started_at >= c.ended_at and x.state <> 'released') group by o.id, o.title
      union all
      select 'claim.participate', 'claim', c.id, o.id, o.title, p.since, null, null from participant p
      join claim c on c.county_id = p.county_id and c.id = p.claim_id join demand_order o on o.county_id = c.county_id and o.id = c.order_id
      where p.county_id = ${countyId} and p.person_id = ${personId} and p.state = 'listed' and c.state in ('requested', 'active', 'delivered')
      union all
      select 'delivery.answer', 'order', o.id, o.id, o.title, d.delivered_at, d.delivered_at + make_interval(days => ${at.unansweredDays}::int), null from delivery d
      join demand_order o on o.county_id = d.county_id and o.id = d.order_id
      where d.county_id = ${countyId} and d.answer is null and (${desk.operator} or exists (select 1 from order_need l
        join need n on n.county_id = l.county_id and n.id = l.need_id
        where l.county_id = o.county_id and l.order_id = o.id and n.requester_person_id = ${personId}))
      union all
      select 'order.rate', 'order', o.id, o.id, o.title, o.state_since, null, null from demand_order o
      where o.county_id = ${countyId} and o.state in ('delivered', 'closed') and not exists (select 1 from order_part q
        where q.county_id = o.county_id and q.order_id = o.id and q.person_id = ${personId})
        and exists (select 1 from order_need l join need n on n.county_id = l.county_id and n.id = l.need_id
          where l.county_id = o.county_id and l.order_id = o.id and (n.requester_person_id = ${personId}
            or exists (select 1 from second s where s.county_id = n.county_id and s.need_id = n.id and s.person_id = ${personId})))
    ) w order by due_at nulls last, since limit ${limit}`)
}
