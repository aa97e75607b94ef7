import { type SQL, sql } from 'drizzle-orm'
import type { CountySettings } from '@dj/shared/county/settings/settings.schema.ts'
import type { Reads } from '../../connect.ts'

/** The round, and the half-open interval of its quarter. */
export interface Counted {
  countyId: string
  roundId: string
  quarter: string
  from: Date
  until: Date
}
export type Counts = Record<string, number>

const within = (column: SQL, { from, until }: Counted): SQL =>
  sql`${column} >= ${from.toISOString()}::timestamptz and ${column} < ${until.toISOString()}::timestamptz`

/** One row an order: what its findings of the quarter come to. Of two the stricter counts; `late` ones came from an earlier round. */
export const judged = ({ countyId, roundId, quarter }: Counted): SQL => sql`
  select order_id, array_agg(id::text) as ids, bool_and(round_id <> ${roundId}) as carried, bool_and(effect = 'good') as good,
    max(case verdict when 'propose_retirement' then 3 when 'rectify' then 2 else 1 end) as verdict
  from finding where county_id = ${countyId} and state = 'final' and quarter = ${quarter} and (round_id = ${roundId} and not late
    or round_id <> ${roundId} and late) group by order_id`

/** What was checked: by the targets of the round and the findings that count in its quarter. */
export async function countChecks(db: Reads, of: Counted): Promise<Counts> {
  const [row] = await db.execute<Counts>(sql`
    with judged as (${judged(of)}), checked as (
      select t.basis, t.state, coalesce(j.verdict, 0) as verdict, coalesce(j.good, false) as good from target t
      left join judged j on j.order_id = t.order_id and not j.carried where t.county_id = ${of.countyId} and t.round_id = ${of.roundId})
    select ${count(sql`basis = 'census'`, 'census')}, ${count(sql`basis = 'census' and state in ('inspected', 'excused')`, 'censusDone')},
      ${count(sql`basis = 'census' and state = 'inspected'`, 'censusSeen')},
      ${count(sql`basis = 'census' and state = 'inspected' and verdict = 1`, 'censusPassed')},
      ${count(sql`basis = 'sample'`, 'sample')}, ${count(sql`basis = 'sample' and state = 'inspected'`, 'sampleSeen')},
      ${count(sql`basis = 'sample' and state = 'inspected' and verdict = 1`, 'samplePassed')},
      ${count(sql`basis = 'targeted' and state = 'inspected'`, 'targetedSeen')},
      ${count(sql`basis = 'targeted' and state = 'inspected' and verdict = 1`, 'targetedPassed')},
      ${count(sql`state = 'inspected'`, 'seen')}, ${count(sql`state = 'inspected' and good`, 'good')} from checked`)
  return row ?? {}
}
const count = (which: SQL, name: string): SQL => sql`(count(*) filter (where ${which}))::int as ${sql.identifier(name)}`

/** Orders by verdict, the late ones of earlier rounds among them. */
export async function countVerdicts(db: Reads, of: Counted) {
  const [row] = await db.execute<{ pass: number; rectify: number; propose_retirement: number; carried: number }>(sql`
    select ${count(sql`verdict = 1`, 'pass')}, ${count(sql`verdict = 2`, 'rectify')}, ${count(sql`verdict = 3`, 'propose_retirement')},
      ${count(sql`carried`, 'carried')} from (${judged(of)}) judged`)
  return row ?? { pass: 0, rectify: 0, propose_retirement: 0, carried: 0 }
}

/** The same by town, in the order of the division codes; orders of no town last. */
export async function countByTown(db: Reads, of: Counted) {
  return db.execute<{ town: string | null; checked: number; passed: number; rectify: number; retire: number }>(sql`
    select g.name as town, count(*)::int as checked, ${count(sql`j.verdict = 1`, 'passed')},
      ${count(sql`j.verdict = 2`, 'rectify')}, ${count(sql`j.verdict = 3`, 'retire')}
    from (${judged(of)}) j join demand_order o on o.county_id = ${of.countyId} and o.id = j.order_id
    left join organization g on g.county_id = o.county_id and g.id = o.town_id
    group by g.id, g.name, g.code order by g.code nulls last, g.name nulls last`)
}

/** Its cycle was completed, and opened again after an inspection. */
const overturned = sql`exists (select from reopening x where x.county_id = c.county_id and x.order_id = c.order_id and x.cycle = c.cycle
  and x.state in ('rectify', 'retire'))`

/** The requester's last word on a claim: what was put right afterwards, or is worked on again, is not yet their word. */
const stands = sql`(answer not in ('partly', 'not') or c.state not in ('active', 'delivered') and not exists (select from delivery l
  where l.county_id = d.county_id and l.claim_id = d.claim_id and (l.delivered_at, l.id) > (d.delivered_at, d.id)))`

/** The marketplace in the quarter: claims, needs, answers, ratings, rectifications. */
export async function countQuarter(db: Reads, of: Counted): Promise<Counts> {
  const county = sql`county_id = ${of.countyId}`
  const [row] = await db.execute<Counts>(sql`
    select * from (select ${count(sql`(c.call_back ->> 'called')::boolean`, 'called')}, ${count(sql`c.call_back is not null`, 'toCall')}
        from finding c where ${county} and round_id = ${of.roundId} and state = 'final' and not late) a,
      (select count(*)::int as due, ${count(
        sql`exists (select from delivery d where d.county_id = c.county_id and d.claim_id = c.id
          and d.delivered_at <= c.due_at) and not ${overturned}`,
        'onTime',
      )} from claim c
        where ${county} and ${within(sql`due_at`, of)} and state not in ('requested', 'lapsed')
          and (state = 'completed' or ended_at is null or ended_at >= due_at)) b,
      (select count(*)::int as needs, ${count(sql`responded_at <= respond_by`, 'responded')} from need
        where ${county} and ${within(sql`respond_by`, of)}) c,
      (select count(*)::int as answers, ${count(sql`answer = 'solved' and not ${overturned}`, 'solved')}
        from delivery d join claim c using (county_id) where d.claim_id = c.id and ${county} and ${stands} and ${within(sql`answered_at`, of)}) d,
      (select ${count(sql`state = 'passed'`, 'rectified')}, ${count(sql`state <> 'void'`, 'toRectify')} from rectification
        where ${county} and ${within(sql`issued_at`, of)}) e`)
  return row ?? {}
}

export async function countRatings(db: Reads, { countyId, quarter }: Counted) {
  return db.execute<{ side: string; n: number; satisfied: number }>(sql`
    select side, count(*)::int as n, ${count(sql`attitude + speed + result >= 9`, 'satisfied')} from rating
    where county_id = ${countyId} and quarter = ${quarter} and not excluded group by side`)
}

/** Of the orders of the frame: how many were ever claimed, retired in the quarter, are live, and are live without a recent look. */
export async function countFrame(
  db: Reads,
  of: Counted,
  at: Date,
  { aDays, bDays, cDays }: CountySettings['freshness'],
) {
  const days = sql`case f.tier when 'A' then ${aDays}::int when 'B' then ${bDays}::int else ${cDays}::int end`
  const live = sql`o.state in ('open', 'claimed', 'delivered', 'rectifying', 'retiring')`
  const [row] = await db.execute<Counts>(sql`
    select count(*)::int as frame, ${count(
      sql`exists (select from claim c where c.county_id = f.county_id and c.order_id = f.order_id
        and c.state not in ('requested', 'lapsed'))`,
      'claimed',
    )},
      ${count(sql`o.state = 'retired' and ${within(sql`o.state_since`, of)}`, 'retired')}, ${count(live, 'live')},
      ${count(sql`${live} and o.confirmed_at < ${at.toISOString()}::timestamptz - make_interval(days => ${days})`, 'stale')}
    from frame_entry f join demand_order o on o.county_id = f.county_id and o.id = f.order_id
    where f.county_id = ${of.countyId} and f.round_id = ${of.roundId}`)
  return row ?? {}
}
