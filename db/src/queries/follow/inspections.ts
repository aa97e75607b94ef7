import { sql } from 'drizzle-orm'
import type { RequesterKind } from '@dj/shared/collect/need/need.schema.ts'
import type { OrderState } from '@dj/shared/build/order/order.schema.ts'
import type { Tier } from '@dj/shared/county/organization/tier.ts'
import type { Basis } from '@dj/shared/follow/round/round.schema.ts'
import type { Reads } from '../../connect.ts'
import { type Brief, briefOf } from './briefs.ts'
import { callBackDueSql } from './findings.ts'

export type InspectionRow = {
  round_id: string
  quarter: string
  order_id: string
  number: string | null
  title: string
  tier: Tier
  state: OrderState
  basis: Basis
  owner: string
  town: string | null
  location: string | null
  ask: string
  said: {
    at: string
    kind: 'progress' | 'delivery' | 'answer'
    answer: 'solved' | 'partly' | 'not' | 'unanswered' | null
    words: string
    attachments: string[]
  }[]
  call_back_due: boolean
  callees: { needId: string; requesterKind: RequesterKind; receivedAt: string }[]
  owner_contact: string | null
  owner_phone: string | null
} & Brief

// What claimants reported and requesters answered, in the order it was said.
const said = sql`
  select coalesce(json_agg(json_build_object('at', s.at, 'kind', s.kind, 'answer', s.answer, 'words', s.words, 'attachments', s.photos) order by s.at), '[]')
  from (select g.reported_at as at, 'progress' as kind, null as answer, g.words, array(select a.id from attachment a
      where a.county_id = g.county_id and a.progress_id = g.id order by a.id) as photos
    from progress g join claim c on c.county_id = g.county_id and c.id = g.claim_id where g.county_id = o.county_id and c.order_id = o.id
    union all select d.delivered_at, 'delivery', null, d.words, array(select a.id from attachment a
      where a.county_id = d.county_id and a.delivery_id = d.id order by a.id)
    from delivery d where d.county_id = o.county_id and d.order_id = o.id
    union all select d.answered_at, 'answer', d.answer, coalesce(d.answer_words, ''), '{}'::uuid[]
    from delivery d where d.county_id = o.county_id and d.order_id = o.id and d.answer is not null) s`

const callees = sql`
  select coalesce(json_agg(json_build_object('needId', n.id, 'requesterKind', n.requester_kind, 'receivedAt', n.received_at)
    order by n.received_at, n.id), '[]') from order_need l join need n on n.county_id = l.county_id and n.id = l.need_id
  where l.county_id = o.county_id and l.order_id = o.id`

/** Whether the order came from that need. */
export async function isVoiceOf(db: Reads, countyId: string, { orderId, needId }: { orderId: string; needId: string }) {
  const rows = await db.execute(sql`select from order_need
    where county_id = ${countyId} and order_id = ${orderId} and need_id = ${needId}`)
  return rows.length > 0
}

/** What this inspector is to check in rounds that are not over, by town and owner: everything one needs to look without a network. */
export async function listInspections(db: Reads, countyId: string, inspectorId: string): Promise<InspectionRow[]> {
  return db.execute<InspectionRow>(sql`
    select r.id as round_id, r.quarter, o.id as order_id, o.number, o.title, o.tier, o.state, t.basis, w.name as owner, v.name as town,
      o.location, o.ask, ${briefOf(sql`o.county_id`, sql`o.id`)}, (${said}) as said,
      (${callees}) as callees, w.contact_name as owner_contact, w.contact_phone as owner_phone,
      ${callBackDueSql(countyId, sql`o.id`)} as call_back_due
    from assignment a join round r on r.county_id = a.county_id and r.id = a.round_id
    join target t on t.county_id = a.county_id and t.round_id = a.round_id and t.order_id = a.order_id
    join demand_order o on o.county_id = a.county_id and o.id = a.order_id
    join organization w on w.county_id = o.county_id and w.id = o.owner_organization_id
    left join organization v on v.county_id = o.county_id and v.id = o.town_id
    where a.county_id = ${countyId} and a.inspector_id = ${inspectorId} and a.ended_at is null and r.state in ('running', 'closing')
    order by v.code nulls first, w.name, o.number`)
}
