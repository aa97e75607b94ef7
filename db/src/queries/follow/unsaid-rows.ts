import { type SQL, sql } from 'drizzle-orm'
import type { Reads } from '../../connect.ts'

/** A row that is not what its events say, or that no event speaks of, or that is gone though one does. */
export interface UnsaidRow {
  kind: 'rating' | 'finding' | 'round' | 'targets' | 'target' | 'seed' | 'grant'
  id: string
}

const MOST = 1_000

/** Rows that decide something, held against the sealed events that made them what they are. */
export async function unsaidRows(db: Reads, countyId: string): Promise<UnsaidRow[]> {
  const parts = [ratings, findings, rounds, targetsOfRounds, targets, seeds, grants].map((part) => part(countyId))
  return db.execute<UnsaidRow & Record<string, unknown>>(
    sql`select kind, id from (${sql.join(parts, sql` union all `)}) unsaid order by kind, id limit ${MOST}`,
  )
}

/** What an appeal changed its subject to; before the event named the subject, the appeal's row did. */
const appealed = (countyId: string, subject: 'rating' | 'finding'): SQL => sql`
  select e.id as event, coalesce(e.data ->> 'subjectId', a.subject_id::text)::uuid as id, e.data -> 'after' as said
  from event e left join appeal a on a.county_id = e.county_id and a.id = (e.data ->> 'appealId')::uuid
  where e.county_id = ${countyId} and e.kind = 'appeal.changed' and e.data ->> 'subject' = ${subject}`

const ratings = (countyId: string): SQL => sql`
  select 'rating' as kind, id::text as id
  from (select id, attitude, speed, result, excluded from rating where county_id = ${countyId}) r
  full join (select distinct on (id) id, said from (
      select id as event, (data ->> 'ratingId')::uuid as id, data as said from event where county_id = ${countyId} and kind = 'order.rated'
      union all ${appealed(countyId, 'rating')}) told order by id, event desc) e using (id)
  where (r.attitude, r.speed, r.result, r.excluded) is distinct from ((e.said ->> 'attitude')::int, (e.said ->> 'speed')::int,
    (e.said ->> 'result')::int, coalesce((e.said ->> 'excluded')::boolean, false))`

const findings = (countyId: string): SQL => sql`
  select 'finding', id::text
  from (select id, effect, verdict from finding where county_id = ${countyId} and state = 'final') r
  full join (select distinct on (id) id, said from (
      select id as event, (data ->> 'findingId')::uuid as id, data as said from event where county_id = ${countyId} and kind = 'finding.submitted'
      union all ${appealed(countyId, 'finding')}) told order by id, event desc) e using (id)
  where (r.effect, r.verdict) is distinct from (e.said ->> 'effect', e.said ->> 'verdict')`

/** One event of each kind at most: the last, where there are more. */
const saidOfRound = (countyId: string, kind: string, key: string): SQL => sql`
  (select e.data ->> ${key} from event e where e.county_id = ${countyId} and e.kind = ${kind} and e.data ->> 'roundId' = r.id::text
    order by e.id desc limit 1)`

const rounds = (countyId: string): SQL => sql`
  select 'round', r.id::text from round r where r.county_id = ${countyId} and (r.public_value, r.public_value_notation, r.frame_hash, r.pool_hash)
    is distinct from (${saidOfRound(countyId, 'round.value_typed', 'value')},
      ${saidOfRound(countyId, 'round.opened', 'publicValueNotation')}, ${saidOfRound(countyId, 'round.frozen', 'frameHash')},
      ${saidOfRound(countyId, 'round.frozen', 'poolHash')})`

/** Which they are, as a whole: an event says it since targets are compared. */
const targetsOfRounds = (countyId: string): SQL => sql`
  select 'targets', e.data ->> 'roundId' from event e where e.county_id = ${countyId} and e.kind = 'round.drawn' and e.data ? 'targetsHash'
    and e.data ->> 'targetsHash' is distinct from targets_hash(${countyId}, (e.data ->> 'roundId')::uuid)`

/** How each stands: inspected by as many as its tier asks for before the close, or what was last said of an excuse. */
const targets = (countyId: string): SQL => sql`
  select 'target', t.round_id::text || ' ' || t.order_id
  from target t join frame_entry f on f.county_id = t.county_id and f.round_id = t.round_id and f.order_id = t.order_id
  join (select distinct data ->> 'roundId' as round_id from event where county_id = ${countyId} and kind = 'round.drawn' and data ? 'targetsHash')
    d on d.round_id = t.round_id::text
  left join (select order_id, data ->> 'roundId' as round_id, count(distinct data ->> 'inspectorId') as n from event
      where county_id = ${countyId} and kind = 'finding.submitted' and not coalesce((data ->> 'late')::boolean, false) group by 1, 2)
    s on s.round_id = d.round_id and s.order_id = t.order_id
  left join (select distinct on (2, 1) data ->> 'target' as mark, data ->> 'roundId' as round_id,
      case when kind = 'round.excuse_asked' then 'excuse_asked' when data ->> 'decision' = 'excuse' then 'excused' else 'waiting' end as state
      from event where county_id = ${countyId} and kind in ('round.excuse_asked', 'round.excuse_decided') order by 2, 1, id desc)
    x on x.round_id = d.round_id and x.mark = target_mark(t.county_id, t.round_id, t.order_id)
  where t.county_id = ${countyId} and t.state <> case when x.state = 'excused' then 'excused'
    when s.n >= case f.tier when 'A' then 2 else 1 end then 'inspected' else coalesce(x.state, 'waiting') end`

const seeds = (countyId: string): SQL => sql`
  select 'seed', r.round_id::text || ' ' || r.position from round_seed r where r.county_id = ${countyId} and r.commitment is distinct from (
    select e.data ->> 'commitment' from event e where e.county_id = ${countyId} and e.kind = 'round.committed'
      and e.data ->> 'roundId' = r.round_id::text and (e.data ->> 'position')::int = r.position order by e.id desc limit 1)`

/** In a demo filled before, the first grants have no event. */
const grants = (countyId: string): SQL => sql`
  select 'grant', g.id::text from role_grant g
  left join event e on e.county_id = g.county_id and e.kind = 'grant.given' and e.data ->> 'grantId' = g.id::text
  left join event z on z.county_id = g.county_id and z.kind = 'grant.ended' and z.data ->> 'grantId' = g.id::text
  join county c on c.county_id = g.county_id
  where g.county_id = ${countyId} and (e.id is not null or not c.demo)
    and (g.valid_from is distinct from e.at or (g.person_id, g.role, g.organization_id) is distinct from
        ((e.data ->> 'personId')::uuid, e.data ->> 'role', (e.data ->> 'organizationId')::uuid)
      or case when z.id is null then g.valid_until is distinct from (e.data ->> 'validUntil')::timestamptz else coalesce(g.valid_until > z.at, true) end)`
