import { type SQL, sql } from 'drizzle-orm'
import type { Reads } from '../../connect.ts'

/** A row that is not what its events say, or that no event speaks of, or that is gone though one does. */
export interface UnsaidRow {
  kind: 'rating' | 'finding' | 'round' | 'seed' | 'grant'
  id: string
}

const MOST = 1_000

/** Rows that decide something, held against the sealed events that made them what they are. */
export async function unsaidRows(db: Reads, countyId: string): Promise<UnsaidRow[]> {
  const parts = [ratings(countyId), findings(countyId), rounds(countyId), seeds(countyId), grants(countyId)]
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
  select 'round', r.id::text from round r where r.county_id = ${countyId} and (r.public_value, r.public_value_notation, r.frame_hash)
    is distinct from (${saidOfRound(countyId, 'round.value_typed', 'value')},
      ${saidOfRound(countyId, 'round.opened', 'publicValueNotation')}, ${saidOfRound(countyId, 'round.frozen', 'frameHash')})`

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
    and ((g.person_id, g.role, g.organization_id) is distinct from
        ((e.data ->> 'personId')::uuid, e.data ->> 'role', (e.data ->> 'organizationId')::uuid)
      or case when z.id is null then g.valid_until is distinct from (e.data ->> 'validUntil')::timestamptz else coalesce(g.valid_until > z.at, true) end)`
