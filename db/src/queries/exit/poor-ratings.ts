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

/** What the rule on poor ratings sees: of each rater the newest word that stands, and every answered delivery. Live and retiring orders only. */
export async function poorInputs(db: Reads, countyId: string, orderId?: string): Promise<PoorInputsRow[]> {
  const one = orderId === undefined ? sql`` : sql`and o.id = ${orderId}`
  return db.execute<PoorInputsRow>(sql`
    with newest as (
      select distinct on (order_id, coalesce(rater_person_id, rater_need_id)) order_id, attitude + speed + result >= 9 as satisfied
      from rating where county_id = ${countyId} and not excluded
      order by order_id, coalesce(rater_person_id, rater_need_id), quarter desc),
    rated as (select order_id, count(*)::int as n, count(*) filter (where satisfied)::int as satisfied from newest group by 1),
    answered as (select order_id, count(*)::int as n, count(*) filter (where answer = 'not')::int as not_solved
      from delivery where county_id = ${countyId} and answer in ('solved', 'partly', 'not') group by 1)
    select o.id as order_id, o.number, o.title, o.tier, g.name as owner, coalesce(r.n, 0) as ratings, coalesce(r.satisfied, 0) as satisfied,
      coalesce(a.n, 0) as answers, coalesce(a.not_solved, 0) as "notSolved"
    from demand_order o join organization g on g.county_id = o.county_id and g.id = o.owner_organization_id
      left join rated r on r.order_id = o.id left join answered a on a.order_id = o.id
    where o.county_id = ${countyId} and o.state in ('open', 'claimed', 'delivered', 'rectifying', 'retiring') ${one}
      and (r.n > 0 or a.n > 0) order by o.number`)
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
