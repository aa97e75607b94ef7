import { type SQL, sql } from 'drizzle-orm'
import { type FlagKind, flagThresholds, type FlagVerdict } from '@dj/shared/follow/rating/flag.schema.ts'
import type { Reads } from '../../connect.ts'
import { flagJudgementTable } from '../../tables/follow/rating.table.ts'
import type { Tx } from '../../with-tx.ts'

export type FlagRow = {
  id: string
  kind: FlagKind
  n: number
  /** Of ratings, and of deliveries whose answers are meant. */
  ids: string[]
  delivery_ids: string[]
  orders: { id: string; number: string | null; title: string }[]
  organizations: string[]
  first_at: string
  last_at: string
  /** The viewer gave or entered one of them. */
  own: boolean
  /** The viewer saw the contact before. */
  looked: boolean
  verdict: FlagVerdict | null
  note: string | null
  judged_by: string | null
  judged_at: string | null
  new_since: number
}

/** Which quarter, and who looks. */
export interface Looking {
  countyId: string
  quarter: string
  personId: string
  /** So soon after a look at the contact a use of the code is shown. */
  minutes: number
}

const MOST = 200
const { sameDevice, sameMinute, reciprocal, highMarks } = flagThresholds

/** Patterns over the rows `g` with ids, order ids and instants in arrays, each with the newest word on it. */
const flags = ({ quarter, personId }: Looking, kind: FlagKind, found: SQL) => sql`
  with g as (select f.*, encode(sha256(convert_to(${`${kind} ${quarter} `} || f.key, 'UTF8')), 'hex') as flag_id from (${found}) f)
  select g.flag_id as id, ${kind}::text as kind, cardinality(g.ids) as n, g.ids, g.organizations, g.first_at::text, g.last_at::text,
    (select json_agg(json_build_object('id', o.id, 'number', o.number, 'title', o.title) order by o.number) from demand_order o
      where o.county_id = g.county_id and o.id = any(g.orders)) as orders,
    exists (select from rating r where r.county_id = g.county_id and r.id = any(g.ids) and ${personId} in (r.rater_person_id, r.entered_by)) as own,
    array(select d.id from delivery d where d.county_id = g.county_id and d.id = any(g.ids) order by d.id) as delivery_ids,
    ${personId} = any(g.lookers) as looked,
    j.verdict, j.note, j.alias as judged_by, j.judged_at::text,
    (select count(*)::int from unnest(g.ids) i where i <> all(coalesce(j.rating_ids, '{}'))) as new_since
  from g left join lateral (select j.*, p.alias from flag_judgement j join person p on p.county_id = j.county_id and p.id = j.judged_by
    where j.county_id = g.county_id and j.flag_id = g.flag_id order by j.judged_at desc, j.id desc limit 1) j on true
  order by cardinality(g.ids) desc, g.first_at limit ${MOST}`

const grouped = sql`r.county_id, array_agg(r.id order by r.rated_at) as ids, array_agg(distinct r.order_id) as orders,
  '{}'::text[] as organizations, '{}'::uuid[] as lookers, min(r.rated_at) as first_at, max(r.rated_at) as last_at`
const raters = sql`count(distinct coalesce(r.rater_person_id, r.rater_need_id))`
const ofQuarter = ({ countyId, quarter }: Looking) => sql`r.county_id = ${countyId} and r.quarter = ${quarter}`

/** Several people rated from one device. */
export async function sameDeviceFlags(db: Reads, looking: Looking): Promise<FlagRow[]> {
  const found = sql`select ${grouped}, r.device as key from rating r where ${ofQuarter(looking)} and r.device is not null
    group by r.county_id, r.device having ${raters} >= ${sameDevice}`
  return db.execute<FlagRow>(flags(looking, 'same_device', found))
}

/** Several people rated one order within one minute; what an operator types in comes one after the other anyway. */
export async function sameMinuteFlags(db: Reads, looking: Looking): Promise<FlagRow[]> {
  const minute = sql`date_trunc('minute', r.rated_at)`
  const found = sql`select ${grouped}, concat(r.order_id, ' ', extract(epoch from ${minute})::bigint) as key
    from rating r where ${ofQuarter(looking)} and r.entered_by is null
    group by r.county_id, r.order_id, ${minute} having ${raters} >= ${sameMinute}`
  return db.execute<FlagRow>(flags(looking, 'same_minute', found))
}

/** People of two organizations gave each other's work the highest marks, again and again. */
export async function reciprocalFlags(db: Reads, looking: Looking): Promise<FlagRow[]> {
  const found = sql`
    with praise as (
      select distinct r.county_id, r.id, r.order_id, r.rated_at, p.home_organization_id as rater,
        coalesce(c.organization_id, d.home_organization_id) as doer
      from rating r join person p on p.county_id = r.county_id and p.id = r.rater_person_id
      join claim c on c.county_id = r.county_id and c.order_id = r.order_id and c.state in ('delivered', 'completed')
      join person d on d.county_id = c.county_id and d.id = c.person_id
      where ${ofQuarter(looking)} and r.attitude + r.speed + r.result >= ${highMarks}),
    pairs as (select *, least(rater, doer) as one, greatest(rater, doer) as other from praise where rater <> doer)
    select r.county_id, array_agg(distinct r.id) as ids, array_agg(distinct r.order_id) as orders,
      array(select g.name from organization g where g.county_id = r.county_id and g.id in (r.one, r.other) order by g.name) as organizations, '{}'::uuid[] as lookers,
      min(r.rated_at) as first_at, max(r.rated_at) as last_at, concat(r.one, ' ', r.other) as key
    from pairs r group by r.county_id, r.one, r.other
    having count(distinct r.id) filter (where r.rater = r.one) >= ${reciprocal}
      and count(distinct r.id) filter (where r.rater = r.other) >= ${reciprocal}`
  return db.execute<FlagRow>(flags(looking, 'reciprocal', found))
}

/** A receipt code answered or rated within minutes of somebody of the staff seeing the contact or the code. */
export async function soonAfterLookFlags(db: Reads, looking: Looking): Promise<FlagRow[]> {
  const { countyId, quarter, minutes } = looking
  const found = sql`
    select u.county_id, array_agg(distinct u.subject_id) as ids, array_agg(distinct u.order_id) as orders, '{}'::text[] as organizations,
      array_agg(distinct s.person_id) as lookers, min(u.at) as first_at, max(u.at) as last_at, concat(u.order_id, ' ', u.need_id) as key
    from code_use u join need_sight s on s.county_id = u.county_id and s.need_id = u.need_id
      and s.at <= u.at and s.at >= u.at - make_interval(mins => ${minutes}::int)
    where u.county_id = ${countyId} and u.quarter = ${quarter} group by u.county_id, u.order_id, u.need_id`
  return db.execute<FlagRow>(flags(looking, 'soon_after_look', found))
}

export async function insertJudgement(tx: Tx, row: typeof flagJudgementTable.$inferInsert): Promise<void> {
  await tx.insert(flagJudgementTable).values(row)
}

/** When the newest word on a pattern with this rating called it into doubt; null where none does. */
export async function doubtedAt(db: Reads, countyId: string, ratingId: string): Promise<Date | null> {
  const [row] = await db.execute<{ at: string | null }>(sql`
    select max(j.judged_at)::text as at from (select distinct on (flag_id) * from flag_judgement where county_id = ${countyId}
      order by flag_id, judged_at desc, id desc) j where j.verdict = 'doubtful' and ${ratingId}::uuid = any(j.rating_ids)`)
  return row?.at == null ? null : new Date(row.at)
}
