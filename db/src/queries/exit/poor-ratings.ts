import { sql } from 'drizzle-orm'
import type { Tier } from '@dj/shared/county/organization/tier.ts'
import type { PoorInputs } from '@dj/shared/exit/poor/poor.rules.ts'
import type { Reads } from '../../connect.ts'

/** The order a rule looks at. */
export type RuledOrder = {
  order_id: string
  number: string | null
  title: string
  tier: Tier
  owner: string
}
export type PoorInputsRow = RuledOrder & { [Input in keyof PoorInputs]: number }

/** Of each rater the newest word of that cycle that stands. */
const standingRatings = (countyId: string) => sql`
  select distinct on (order_id, cycle, coalesce(rater_person_id, rater_need_id)) order_id, cycle, attitude + speed + result >= 9 as satisfied,
    null::text as answer from rating where county_id = ${countyId} and not excluded
  order by order_id, cycle, coalesce(rater_person_id, rater_need_id), quarter desc`

/** Of each claim that is over the requester's last word: a "not" that was put right afterwards, or is still worked on, does not stand. */
const standingAnswers = (countyId: string) => sql`
  select distinct on (d.claim_id) d.order_id, c.cycle, null::boolean as satisfied, d.answer from delivery d
  join claim c on c.county_id = d.county_id and c.id = d.claim_id
  where d.county_id = ${countyId} and d.answer in ('solved', 'partly', 'not') and c.state not in ('active', 'delivered')
  order by d.claim_id, d.answered_at desc, d.id desc`

/** What was said of each order in the newest cycle that anybody judged: each cycle is judged on its own. */
export const voicesOfOrders = (countyId: string) => sql`
  select distinct on (order_id) order_id, count(satisfied)::int as ratings, (count(*) filter (where satisfied))::int as satisfied,
    count(answer)::int as answers, (count(*) filter (where answer = 'not'))::int as not_solved
  from ((${standingRatings(countyId)}) union all (${standingAnswers(countyId)})) v
  group by order_id, v.cycle order by order_id, v.cycle desc`

/** What the rule on poor ratings sees. Live and retiring orders only. */
export async function poorInputs(db: Reads, countyId: string, orderId?: string): Promise<PoorInputsRow[]> {
  const one = orderId === undefined ? sql`` : sql`and o.id = ${orderId}`
  return db.execute<PoorInputsRow>(sql`
    select o.id as order_id, o.number, o.title, o.tier, g.name as owner, v.ratings, v.satisfied, v.answers, v.not_solved as "notSolved"
    from demand_order o join organization g on g.county_id = o.county_id and g.id = o.owner_organization_id
      join (${voicesOfOrders(countyId)}) v on v.order_id = o.id
    where o.county_id = ${countyId} and o.state in ('open', 'claimed', 'delivered', 'rectifying', 'retiring') ${one}
    order by o.number`)
}

/** Live and retiring orders found 差 in more than one round, and in which quarters, the earliest first. */
export async function poorQuarters(db: Reads, countyId: string): Promise<(RuledOrder & { quarters: string[] })[]> {
  return db.execute<RuledOrder & { quarters: string[] }>(sql`
    with poor as (select order_id, round_id, max(quarter) as quarter from finding
      where county_id = ${countyId} and state = 'final' and effect = 'poor' group by 1, 2),
    twice as (select order_id, array_agg(quarter order by quarter) as quarters from poor group by 1 having count(*) > 1)
    select o.id as order_id, o.number, o.title, o.tier, g.name as owner, t.quarters
    from twice t join demand_order o on o.county_id = ${countyId} and o.id = t.order_id
      join organization g on g.county_id = o.county_id and g.id = o.owner_organization_id
    where o.state in ('open', 'claimed', 'delivered', 'rectifying', 'retiring') order by o.number`)
}

export async function poorInputsOf(db: Reads, countyId: string, orderId: string): Promise<PoorInputs> {
  const [row] = await poorInputs(db, countyId, orderId)
  const { ratings = 0, satisfied = 0, answers = 0, notSolved = 0 } = row ?? {}
  return { ratings, satisfied, answers, notSolved }
}

/** What the last notice for poor ratings rested on. */
export async function lastPoorNotice(
  db: Reads,
  countyId: string,
  orderId: string,
): Promise<Record<string, unknown> | undefined> {
  const rows = await db.execute<{ facts: Record<string, unknown> }>(sql`
    select facts from rectification where county_id = ${countyId} and order_id = ${orderId} and cause = 'poor_rating'
    order by issued_at desc limit 1`)
  return rows[0]?.facts
}
