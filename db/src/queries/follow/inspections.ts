import { sql } from 'drizzle-orm'
import type { OrderState } from '@dj/shared/build/order/order.schema.ts'
import type { Tier } from '@dj/shared/county/organization/tier.ts'
import type { Basis } from '@dj/shared/follow/round/round.schema.ts'
import type { Reads } from '../../connect.ts'
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
  acceptance: string
  claimants: string[]
  said: {
    at: string
    kind: 'progress' | 'delivery' | 'answer'
    answer: 'solved' | 'partly' | 'not' | 'unanswered' | null
    words: string
    attachments: string[]
  }[]
  call_back_due: boolean
}

const claimants = sql`
  select coalesce(json_agg(distinct coalesce(g.name, p.alias)), '[]') from claim c
  join person p on p.county_id = c.county_id and p.id = c.person_id
  left join organization g on g.county_id = c.county_id and g.id = c.organization_id
  where c.county_id = o.county_id and c.order_id = o.id and c.state in ('active', 'delivered', 'completed')`

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

/** What this inspector is to check in rounds that are not over, by town and owner: everything one needs to look without a network. */
export async function listInspections(db: Reads, countyId: string, inspectorId: string): Promise<InspectionRow[]> {
  return db.execute<InspectionRow>(sql`
    select r.id as round_id, r.quarter, o.id as order_id, o.number, o.title, o.tier, o.state, t.basis, w.name as owner, v.name as town,
      o.location, o.ask, o.acceptance, (${claimants}) as claimants, (${said}) as said,
      ${callBackDueSql(countyId, sql`o.id`)} as call_back_due
    from assignment a join round r on r.county_id = a.county_id and r.id = a.round_id
    join target t on t.county_id = a.county_id and t.round_id = a.round_id and t.order_id = a.order_id
    join demand_order o on o.county_id = a.county_id and o.id = a.order_id
    join organization w on w.county_id = o.county_id and w.id = o.owner_organization_id
    left join organization v on v.county_id = o.county_id and v.id = o.town_id
    where a.county_id = ${countyId} and a.inspector_id = ${inspectorId} and a.ended_at is null and r.state in ('running', 'closing')
    order by v.code nulls first, w.name, o.number`)
}
