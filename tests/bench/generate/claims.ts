import type { Sql } from 'postgres'
import { COUNTY } from './places.ts'
import type { Crowd } from './people.ts'

/** Who works on what: live claims with clocks in every light, finished ones, given-up ones; one in seven is collective. */
export async function makeClaims(sql: Sql, { doers }: Crowd): Promise<void> {
  await sql.unsafe(`
    create temp table work as
      select *, pg_temp.v7(started, 6, n * 8 + slot) as id, state in ('requested', 'active', 'delivered') as live,
        case when n % 7 = 0 then 'branch' else 'member' end as kind from (
        select n, slot, d.id as order_id, least(slot, places) as place, (doer + slot * 131) % ${doers} as doer, (branch + slot * 17) % (select count(*) from branch) as branch,
          case when slot > taken then 'released' when d.state = 'closed' then 'completed' when d.state = 'retired' then 'ended' when d.state = 'delivered' then 'delivered' else 'active' end as state,
          case when d.state in ('closed', 'retired') then at + interval '5 days' else greatest(at + interval '1 hour', now() - (n * 31 % 40 + 1) * interval '1 day') end as started
        from dice d cross join lateral generate_series(1, taken + (n % 10 = 0 and taken < 5)::int) slot where taken > 0 or n % 10 = 0 and d.state = 'open') x;
    create index on work (n);
    analyze work;
    insert into order_part (county_id, order_id, person_id, part)
      select distinct '${COUNTY}', order_id, p.id, 'doer' from work w join people p on p.nr = w.doer;
    insert into claim (county_id, id, order_id, cycle, place, claimant_kind, person_id, organization_id, state, started_at, due_at, share,
        last_report_at, ended_at, end_reason)
      select '${COUNTY}', w.id, order_id, 1, place, w.kind, p.id, case when w.kind = 'branch' then b.id end, state, started, started + interval '30 days',
        case when live and (n + slot) % 3 > 0 then n * 17 % 100 when not live then 100 end, case when (n + slot) % 3 > 0 then least(started + (n % 20 + 1) * interval '1 day', now()) end,
        case when not live then started + interval '25 days' end, case when state = 'released' then '工作调动' end
      from work w join people p on p.nr = w.doer join branch b on b.i = w.branch order by started, n;
    insert into participant (county_id, claim_id, order_id, person_id, state, since)
      select '${COUNTY}', w.id, order_id, p.id, 'listed', started from work w cross join generate_series(1, 3) k
      join people p on p.nr = (w.doer + k * 29) % ${doers} where w.kind = 'branch' and w.state <> 'released';
    insert into progress (county_id, id, claim_id, share, words, hours, reported_by, reported_at)
      select '${COUNTY}', pg_temp.v7(at, 7, n * 64 + slot * 8 + k), w.id, k * 40, '已到现场对接，排定时间和人员', k * 1.5, p.id, at
      from work w cross join generate_series(1, 2) k cross join lateral (select least(started + k * interval '4 days', now()) as at) a
      join people p on p.nr = w.doer where (n + slot) % 3 > 0 and state <> 'released'`)
}

/** What came of it: deliveries, answers, closing records, ratings of others than those who worked, seconds, and the story of it all. */
export async function makeOutcomes(sql: Sql, { doers, raters }: Crowd): Promise<void> {
  await sql.unsafe(`
    insert into delivery (county_id, id, claim_id, order_id, words, hours, delivered_by, delivered_at, answer, answer_via, answered_at)
      select '${COUNTY}', pg_temp.v7(at, 8, n * 8 + slot), w.id, order_id, '培训四次，参加者均已签到', 6, p.id, at,
        case when done then 'solved' end, case when done then 'receipt' end, case when done then at + interval '2 days' end
      from work w cross join lateral (select least(started + interval '20 days', now()) as at, state = 'completed' as done) a
      join people p on p.nr = w.doer where state in ('delivered', 'completed');
    insert into feedback_record (county_id, order_id, cycle, outcome, summary, claims, hours, closed_at)
      select '${COUNTY}', id, 1, 'solved', '需求已解决', places, places * 6, at + interval '30 days' from dice where state = 'closed';
    create temp table opinion as
      select d.id as order_id, p.id as person_id, n * 8 + k as n, k, at + interval '31 days' as at from dice d cross join generate_series(1, d.n % 4) k
      join people p on p.nr = ${doers} + (d.n + k * 37) % ${raters} where state = 'closed';
    insert into order_part (county_id, order_id, person_id, part) select distinct '${COUNTY}', order_id, person_id, 'rater' from opinion;
    insert into rating (county_id, id, order_id, cycle, quarter, rater_person_id, side, attitude, speed, result, rated_at)
      select '${COUNTY}', pg_temp.v7(at, 9, n), order_id, 1, '2026Q4', person_id, (array['member', 'worker', 'enterprise'])[1 + n % 3], 5, 3 + n % 3, 4 + n % 2, at from opinion;
    insert into second (county_id, id, order_id, person_id, at)
      select '${COUNTY}', pg_temp.v7(at, 10, d.n * 8 + k), d.id, p.id, at from dice d cross join generate_series(1, d.n % 3) k
      join people p on p.nr = ${doers} + (d.n + k * 41) % ${raters} where d.n % 10 = 0 and state <> 'draft';
    insert into event (county_id, id, kind, at, by, order_id, data)
      select '${COUNTY}', pg_temp.v7(at, 11, d.n), 'order.published', at, p.id, d.id, '{}' from dice d join people p on p.nr = d.doer where state not in ('draft', 'discarded') order by d.n;
    insert into event (county_id, id, kind, at, by, order_id, claim_id, data)
      select '${COUNTY}', pg_temp.v7(started, 12, w.n * 8 + slot), 'claim.taken', started, p.id, order_id, w.id, '{"claimantKind": "member"}'
      from work w join people p on p.nr = w.doer order by started`)
}
