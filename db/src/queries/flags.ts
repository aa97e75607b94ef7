import { type SQL, sql } from 'drizzle-orm'
import { flagThresholds } from '@dj/shared/rating/flag.schema.ts'
import type { Reads } from '../connect.ts'

export type FlagRow = {
  n: number
  rating_ids: string[]
  orders: { id: string; number: string | null; title: string }[]
  organizations: string[]
  first_at: string
  last_at: string
}

const MOST = 200
const { sameDevice, sameMinute, reciprocal, highMarks } = flagThresholds

/** Patterns over the rows `g` with ids, order ids and instants in arrays. */
const flags = (found: SQL) => sql`
  select cardinality(g.ids) as n, g.ids as rating_ids, g.organizations, g.first_at::text, g.last_at::text,
    (select json_agg(json_build_object('id', o.id, 'number', o.number, 'title', o.title) order by o.number) from demand_order o
      where o.county_id = g.county_id and o.id = any(g.orders)) as orders
  from (${found}) g order by cardinality(g.ids) desc, g.first_at limit ${MOST}`

const grouped = sql`r.county_id, array_agg(r.id order by r.rated_at) as ids, array_agg(distinct r.order_id) as orders,
  '{}'::text[] as organizations, min(r.rated_at) as first_at, max(r.rated_at) as last_at`
const raters = sql`count(distinct coalesce(r.rater_person_id, r.rater_need_id))`
const ofQuarter = (countyId: string, quarter: string) => sql`r.county_id = ${countyId} and r.quarter = ${quarter}`

/** Several people rated from one device. */
export async function sameDeviceFlags(db: Reads, countyId: string, quarter: string): Promise<FlagRow[]> {
  return db.execute<FlagRow>(
    flags(sql`select ${grouped} from rating r where ${ofQuarter(countyId, quarter)} and r.device is not null
      group by r.county_id, r.device having ${raters} >= ${sameDevice}`),
  )
}

/** Several people rated one order within one minute; what an operator types in comes one after the other anyway. */
export async function sameMinuteFlags(db: Reads, countyId: string, quarter: string): Promise<FlagRow[]> {
  return db.execute<FlagRow>(
    flags(sql`select ${grouped} from rating r where ${ofQuarter(countyId, quarter)} and r.entered_by is null
      group by r.county_id, r.order_id, date_trunc('minute', r.rated_at) having ${raters} >= ${sameMinute}`),
  )
}

/** People of two organizations gave each other's work the highest marks, again and again. */
export async function reciprocalFlags(db: Reads, countyId: string, quarter: string): Promise<FlagRow[]> {
  return db.execute<FlagRow>(
    flags(sql`
      with praise as (
        select distinct r.county_id, r.id, r.order_id, r.rated_at, p.home_organization_id as rater,
          coalesce(c.organization_id, d.home_organization_id) as doer
        from rating r join person p on p.county_id = r.county_id and p.id = r.rater_person_id
        join claim c on c.county_id = r.county_id and c.order_id = r.order_id and c.state in ('delivered', 'completed')
        join person d on d.county_id = c.county_id and d.id = c.person_id
        where ${ofQuarter(countyId, quarter)} and r.attitude + r.speed + r.result >= ${highMarks}),
      pairs as (select *, least(rater, doer) as one, greatest(rater, doer) as other from praise where rater <> doer)
      select r.county_id, array_agg(distinct r.id) as ids, array_agg(distinct r.order_id) as orders,
        array(select g.name from organization g where g.county_id = r.county_id and g.id in (r.one, r.other) order by g.name) as organizations,
        min(r.rated_at) as first_at, max(r.rated_at) as last_at
      from pairs r group by r.county_id, r.one, r.other
      having count(distinct r.id) filter (where r.rater = r.one) >= ${reciprocal}
        and count(distinct r.id) filter (where r.rater = r.other) >= ${reciprocal}`),
  )
}
