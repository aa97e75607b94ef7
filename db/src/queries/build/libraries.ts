import { sql } from 'drizzle-orm'
import type { Tier } from '@dj/shared/county/organization/tier.ts'
import type { Reads } from '../../connect.ts'
import { unclaimedFrom } from './unclaimed.ts'

export type LibraryRow = {
  tier: Tier
  owner_id: string | null
  owner_name: string | null
  total: number
  draft: number
  open: number
  unclaimed7: number
  unclaimed14: number
  unclaimed21: number
  claimed: number
  green: number
  yellow: number
  red: number
  delivered: number
  closed: number
  rectifying: number
  retiring: number
  stale: number
}

export interface LibraryInstants {
  now: Date
  redSilentSince: Date
  yellowSilentSince: Date
  yellowDueBefore: Date
  /** Open since before these: offered, for the alliance, at the desk. */
  unclaimed: readonly Date[]
  staleBefore: Record<Tier, Date>
}

const instant = (date: Date) => sql`${date.toISOString()}::timestamptz`

/** One row per library and one per tier (owner null). Lights are the worst of an order's active claims. */
export async function librarySummaries(
  db: Reads,
  countyId: string,
  at: LibraryInstants,
  filter: { tier?: Tier | undefined; under?: string | undefined },
): Promise<LibraryRow[]> {
  const heard = sql`coalesce(c.last_report_at, c.started_at)`
  const [offered = at.now, alliance = at.now, desk = at.now] = at.unclaimed
  const longest = new Date(Math.max(...at.unclaimed.map(Number)))
  return db.execute<LibraryRow>(sql`
    with lit as (
      select o.tier, o.owner_organization_id as owner_id, o.state, o.confirmed_at, k.light,
        case when o.state = 'open' and k.held = 0 and o.published_at <= ${instant(longest)} then ${unclaimedFrom} end as unclaimed_from
      from demand_order o cross join lateral (
        select count(*) filter (where c.state in ('requested', 'active', 'delivered', 'completed')) as held,
          max(case when c.state <> 'active' or o.state in ('rectifying', 'retiring') then null
            when c.due_at <= ${instant(at.now)} or ${heard} <= ${instant(at.redSilentSince)} then 3
            when c.due_at <= ${instant(at.yellowDueBefore)} or ${heard} <= ${instant(at.yellowSilentSince)} then 2 else 1 end) as light
        from claim c where c.county_id = o.county_id and c.order_id = o.id and c.cycle = o.cycle) k
      where o.county_id = ${countyId} and o.state <> 'discarded' ${filter.tier ? sql`and o.tier = ${filter.tier}` : sql``}
      ${filter.under ? sql`and o.owner_organization_id in (select id from organization where county_id = ${countyId} and path @> array[${filter.under}]::uuid[])` : sql``})
    select lit.tier, lit.owner_id, max(w.name) as owner_name, count(*) filter (where state <> 'draft')::int as total,
      count(*) filter (where state = 'draft')::int as draft, count(*) filter (where state = 'open')::int as open,
      count(*) filter (where unclaimed_from <= ${instant(offered)})::int as unclaimed7,
      count(*) filter (where unclaimed_from <= ${instant(alliance)})::int as unclaimed14,
      count(*) filter (where unclaimed_from <= ${instant(desk)})::int as unclaimed21,
      count(*) filter (where state = 'claimed')::int as claimed, count(*) filter (where light = 1)::int as green,
      count(*) filter (where light = 2)::int as yellow, count(*) filter (where light = 3)::int as red,
      count(*) filter (where state = 'delivered')::int as delivered, count(*) filter (where state = 'closed')::int as closed,
      count(*) filter (where state = 'rectifying')::int as rectifying, count(*) filter (where state = 'retiring')::int as retiring,
      count(*) filter (where state in ('open', 'claimed') and confirmed_at <= case lit.tier when 'A' then ${instant(at.staleBefore.A)}
        when 'B' then ${instant(at.staleBefore.B)} else ${instant(at.staleBefore.C)} end)::int as stale
    from lit left join organization w on w.county_id = ${countyId} and w.id = lit.owner_id
    group by grouping sets ((lit.tier), (lit.tier, lit.owner_id))
    order by lit.tier, lit.owner_id nulls first`)
}
