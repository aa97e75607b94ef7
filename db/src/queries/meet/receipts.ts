import { sql } from 'drizzle-orm'
import type { OrderState } from '@dj/shared/build/order/order.schema.ts'
import type { Reads } from '../../connect.ts'
import { type ClockClaim, deliveredAt, heldUntil, type HeldUntil } from '../build/order-clock.ts'
import { deliveryJson, type PageDelivery } from '../build/deliveries.ts'
import type { TimelineRow } from '../build/timeline.ts'

/** An order as the requester of a need behind it follows it. */
export type ReceiptOrder = {
  id: string
  number: string | null
  title: string
  state: OrderState
  holders: string[]
  claim_by: string | null
  due_on: string | null
  claims: ClockClaim[]
  held: HeldUntil
  question: PageDelivery | null
  retirement: { id: string; reason: string; noticeUntil: string | null; objected: boolean } | null
  deliveries: number
  part: 'doer' | 'rater' | 'inspector' | null
  rating: { attitude: number; speed: number; result: number; words: string | null } | null
}

const holders = sql`
  select coalesce(json_agg(coalesce(g.name, p.alias) order by c.place, c.started_at), '[]') from claim c
  join person p on p.county_id = c.county_id and p.id = c.person_id
  left join organization g on g.county_id = c.county_id and g.id = c.organization_id
  where c.county_id = o.county_id and c.order_id = o.id and c.state in ('requested', 'active', 'delivered')`

const claims = sql`
  select coalesce(json_agg(json_build_object('state', c.state, 'dueAt', c.due_at, 'warnedAt', c.warned_at, 'respondBy', c.respond_by, 'deliveredAt', ${deliveredAt})), '[]')
  from claim c where c.county_id = o.county_id and c.order_id = o.id and c.cycle = o.cycle and c.state in ('requested', 'active', 'delivered')`

const question = sql`
  select ${deliveryJson} from delivery d
  where d.county_id = o.county_id and d.order_id = o.id and d.answer is null order by d.delivered_at, d.id limit 1`

const notice = sql`
  select json_build_object('id', r.id, 'reason', r.reason, 'noticeUntil', r.notice_until, 'objected',
    exists (select 1 from objection b where b.county_id = r.county_id and b.retirement_id = r.id and b.need_id = l.need_id))
  from retirement r where r.county_id = o.county_id and r.order_id = o.id and r.state = 'on_notice'`

/** The published orders a need is linked to, with what waits for its requester. A rating of another quarter than this is none: no grade is preset. */
export async function ordersOfReceipt(
  db: Reads,
  need: { countyId: string; id: string; requesterPersonId: string | null },
  quarter: string,
): Promise<ReceiptOrder[]> {
  const { countyId, id, requesterPersonId } = need
  return db.execute<ReceiptOrder>(sql`
    select o.id, o.number, o.title, o.state, (${holders}) as holders, o.claim_by::text, o.due_on::text, (${claims}) as claims, ${heldUntil} as held, (${question}) as question, (${notice}) as retirement,
      (select count(*)::int from delivery d where d.county_id = o.county_id and d.order_id = o.id) as deliveries,
      (select q.part from order_part q
        where q.county_id = o.county_id and q.order_id = o.id and q.person_id = ${requesterPersonId}::uuid) as part,
      (select json_build_object('attitude', r.attitude, 'speed', r.speed, 'result', r.result, 'words', r.words) from rating r
        where r.county_id = o.county_id and r.order_id = o.id and r.quarter = ${quarter} and r.cycle = (select max(c.cycle) from delivery d join claim c on c.county_id = d.county_id and c.id = d.claim_id
            where d.county_id = o.county_id and d.order_id = o.id)
          and (r.rater_need_id = l.need_id or r.rater_person_id = ${requesterPersonId}::uuid)
        order by r.rated_at desc limit 1) as rating
    from order_need l join demand_order o on o.county_id = l.county_id and o.id = l.order_id
    where l.county_id = ${countyId} and l.need_id = ${id} and o.state not in ('draft', 'discarded')
    order by l.linked_at, o.id`)
}

/** What a requester hears about: their need, and the work on its orders. */
const told = [
  'need.received',
  'need.imported',
  'need.answered',
  'need.declined',
  'need.reopened',
  'need.seconded',
  'need.merged',
  'need.unmerged',
  'need.receipt_replaced',
  'order.published',
  'order.closed',
  'order.cycle_ended',
  'order.reopened',
  'retirement.on_notice',
  'retirement.objected',
  'retirement.objection_answered',
  'retirement.withdrawn',
  'order.retired',
  'claim.taken',
  'claim.converted',
  'claim.reported',
  'claim.delivered',
  'claim.released',
  'delivery.answered',
].join("', '")

/** The newest events of a need and of its orders, oldest first; organizations and aliases, never who else joined the need. */
export async function timelineOfReceipt(
  db: Reads,
  need: { countyId: string; id: string },
  limit: number,
): Promise<TimelineRow[]> {
  const rows = await db.execute<TimelineRow>(sql`
    select e.id, e.kind, e.at::text, e.data,
      case when e.kind <> 'need.seconded' and not (e.kind not like 'claim.%' and coalesce(e.by in (
        select v.requester_person_id from order_need k join order_need j on j.county_id = k.county_id and j.order_id = k.order_id
          join need v on v.county_id = j.county_id and v.id = j.need_id
        where k.county_id = ${need.countyId} and k.need_id = ${need.id}), false)) then coalesce(g.name, m.alias, p.alias) end as who,
      false as by_requester
    from event e
    left join claim c on c.county_id = e.county_id and c.id = e.claim_id and e.kind like 'claim.%'
    left join organization g on g.county_id = c.county_id and g.id = c.organization_id
    left join person m on m.county_id = c.county_id and m.id = c.person_id
    left join person p on p.county_id = e.county_id and p.id = e.by
    where e.county_id = ${need.countyId} and e.kind in (${sql.raw(`'${told}'`)}) and (e.need_id = ${need.id}
      or e.order_id in (select l.order_id from order_need l join demand_order o on o.county_id = l.county_id and o.id = l.order_id
        where l.county_id = ${need.countyId} and l.need_id = ${need.id} and o.state not in ('draft', 'discarded')))
    order by e.at desc, e.id desc limit ${limit}`)
  return rows.toReversed()
}
