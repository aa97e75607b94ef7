import { sql } from 'drizzle-orm'
import type { FeedbackView } from '@dj/shared/build/order/order.schema.ts'
import type { OrderId } from '@dj/shared/platform/ids.ts'
import type { Reads } from '../../connect.ts'
import { deliveryJson, type PageDelivery } from './deliveries.ts'
import { type CardClaim, cardColumns, cardJoins, type CardRow, type Viewer, viewerFacts } from './order-cards.ts'

export interface PageNeed {
  id: string
  body: string
  requesterName: string
  requesterPersonId: string | null
}
export interface PageRating {
  side: 'member' | 'worker' | 'enterprise'
  attitude: number
  speed: number
  result: number
  words: string | null
  mine: boolean
  excluded: boolean
  quarter: string
  cycle: number
  /** The rater's newest word of that cycle that stands: n counts people. */
  newest: boolean
}

export interface PageLink {
  id: OrderId
  number: string | null
  title: string
}

export type PageRow = CardRow & {
  ask: string
  acceptance: string
  beneficiaries: string
  tier_reason: string
  location: string | null
  standing_until: string | null
  author_id: string
  publisher_id: string | null
  author_alias: string
  past_claims: CardClaim[]
  deliveries: PageDelivery[]
  needs: PageNeed[]
  ratings: PageRating[]
  reentry_of: PageLink | null
  successor: PageLink | null
  feedback: FeedbackView | null
  seconded: boolean
  entitled: boolean
}

const deliveries = sql`
  select coalesce(json_agg(${deliveryJson} order by d.delivered_at), '[]')
  from delivery d where d.county_id = o.county_id and d.order_id = o.id`

const needs = sql`
  select coalesce(json_agg(json_build_object('id', n.id, 'body', n.body, 'requesterName', n.requester_name,
    'requesterPersonId', n.requester_person_id) order by n.received_at, n.id), '[]')
  from order_need l join need n on n.county_id = l.county_id and n.id = l.need_id
  where l.county_id = o.county_id and l.order_id = o.id`

const ratings = sql`
  select coalesce(json_agg(json_build_object('side', r.side, 'attitude', r.attitude, 'speed', r.speed, 'result', r.result,
    'words', r.words, 'quarter', r.quarter, 'cycle', r.cycle, 'excluded', r.excluded, 'newest', not r.excluded and not exists (select from rating l where l.county_id = r.county_id
      and l.order_id = r.order_id and l.cycle = r.cycle and not l.excluded and l.quarter > r.quarter
      and coalesce(l.rater_person_id, l.rater_need_id) = coalesce(r.rater_person_id, r.rater_need_id)), 'mine', coalesce(r.rater_person_id = me.id, false))), '[]')
  from rating r where r.county_id = o.county_id and r.order_id = o.id`

const pastClaims = sql`
  select coalesce(json_agg(json_build_object('id', c.id, 'place', c.place, 'cycle', c.cycle, 'claimantKind', c.claimant_kind,
    'claimant', coalesce(co.name, cp.alias), 'personId', c.person_id, 'organizationId', c.organization_id, 'state', c.state,
    'startedAt', c.started_at, 'dueAt', c.due_at, 'warnedAt', null, 'respondBy', null, 'deliveredAt', null, 'lastReportAt', c.last_report_at,
    'share', c.share, 'gone', false) order by c.started_at), '[]')
  from claim c join person cp on cp.county_id = c.county_id and cp.id = c.person_id
  left join organization co on co.county_id = c.county_id and co.id = c.organization_id
  where c.county_id = o.county_id and c.order_id = o.id and c.cycle < o.cycle`

const feedback = sql`
  select json_build_object('outcome', f.outcome, 'cycle', f.cycle, 'closedAt', f.closed_at, 'summary', f.summary, 'standing',
    coalesce((select case when x.state = 'proposed' then 'under_review' else 'overturned' end from reopening x where x.county_id = f.county_id
      and x.order_id = f.order_id and x.cycle = f.cycle and x.state in ('proposed', 'rectify', 'retire') limit 1), 'stands'))
  from feedback_record f
  where f.county_id = o.county_id and f.order_id = o.id order by f.cycle desc limit 1`

const link = sql`json_build_object('id', x.id, 'number', x.number, 'title', x.title)`
const reentryOf = sql`
  select ${link} from demand_order x where x.county_id = o.county_id and x.id = o.reentry_of_id`
const successor = sql`
  select ${link} from demand_order x where x.county_id = o.county_id and x.reentry_of_id = o.id
    and x.state not in ('draft', 'discarded') order by x.published_at limit 1`

// Requester or seconder of it or of a need behind it, or at home in the owning organization; as isEntitledRater asks.
const entitled = sql`
  coalesce(w.id = any((select h.path from person p join organization h on h.county_id = p.county_id and h.id = p.home_organization_id
    where p.county_id = o.county_id and p.id = me.id)::uuid[]), false)
  or exists (select 1 from order_need l join need n on n.county_id = l.county_id and n.id = l.need_id
    where l.county_id = o.county_id and l.order_id = o.id and n.requester_person_id = me.id)
  or exists (select 1 from second s where s.county_id = o.county_id and s.person_id = me.id and (s.order_id = o.id
    or s.need_id in (select need_id from order_need l where l.county_id = o.county_id and l.order_id = o.id)))`

/** Everything the order page shows, in one statement. */
export async function findPage(db: Reads, viewer: Viewer, orderId: string): Promise<PageRow | undefined> {
  const rows = await db.execute<PageRow>(sql`
    with me as materialized (${viewerFacts(viewer)})
    select ${cardColumns}, o.ask, o.acceptance, o.beneficiaries, o.tier_reason, o.location, o.standing_until::text, o.author_id, o.publisher_id,
      (select alias from person a where a.county_id = o.county_id and a.id = o.author_id) as author_alias,
      (${pastClaims}) as past_claims, (${deliveries}) as deliveries, (${needs}) as needs, (${ratings}) as ratings,
      (${feedback}) as feedback, (${reentryOf}) as reentry_of, (${successor}) as successor, (${entitled}) as entitled,
      exists (select 1 from second s where s.county_id = o.county_id and s.order_id = o.id and s.person_id = me.id) as seconded
    from demand_order o cross join me ${cardJoins}
    where o.county_id = ${viewer.countyId} and o.id = ${orderId}`)
  return rows[0]
}
