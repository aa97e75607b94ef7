import { type SQL, sql } from 'drizzle-orm'

export type Brief = {
  acceptance: string
  claimants: string[]
  last_progress: { at: string; words: string } | null
  due_at: string | null
}

/** What is done on that order: how it will be judged, who has it in hand, what was last reported, until when. Columns of a select. */
export const briefOf = (county: SQL, order: SQL): SQL => sql`
  (select b.acceptance from demand_order b where b.county_id = ${county} and b.id = ${order}) as acceptance,
  (select coalesce(json_agg(distinct coalesce(g.name, p.alias)), '[]') from claim c
    join person p on p.county_id = c.county_id and p.id = c.person_id
    left join organization g on g.county_id = c.county_id and g.id = c.organization_id
    where c.county_id = ${county} and c.order_id = ${order} and c.state in ('active', 'delivered', 'completed')) as claimants,
  (select json_build_object('at', g.reported_at, 'words', g.words) from progress g
    join claim c on c.county_id = g.county_id and c.id = g.claim_id
    where g.county_id = ${county} and c.order_id = ${order} order by g.reported_at desc, g.id desc limit 1) as last_progress,
  (select min(c.due_at)::text from claim c where c.county_id = ${county} and c.order_id = ${order}
    and c.state in ('active', 'delivered')) as due_at`
