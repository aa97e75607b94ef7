import type { Sql } from 'postgres'
import { COUNTY } from './places.ts'
import type { Crowd } from './people.ts'
import type { Sample } from './texts.ts'

export async function storeSamples(sql: Sql, samples: readonly Sample[]): Promise<void> {
  await sql`create temp table sample as
    select (row_number() over ()) - 1 as i, category, title, ask, skill, array(select jsonb_array_elements_text(terms)) as terms
    from jsonb_to_recordset(${JSON.stringify(samples)}::text::jsonb) as s(category text, title text, ask text, skill text, terms jsonb)`
  await sql`create unique index on sample (i)`
  await sql`analyze sample`
}

/**
 * One throw of the dice per order, so that all tables tell the same story: over two years, most of them C, in the big towns and
 * about the frequent topics; the older, the likelier closed.
 */
export async function throwDice(
  sql: Sql,
  { orders, samples, crowd }: { orders: number; samples: number; crowd: Crowd },
) {
  await sql.unsafe(`
    select setseed(0.20261121);
    create temp table dice as
      select n, at, pg_temp.v7(at, 4, n) as id, tier, state, places,
        case when state in ('draft', 'discarded') then 0 when state = 'open' then (rest * places)::int % places else places end as taken,
        floor(${samples} * lean * lean)::int as text, floor((select count(*) from town) * spot * spot)::int as town,
        n * 13 % (select count(*) from branch) as branch, n % ${crowd.doers} as doer
      from (select n, now() - (${orders} - n) * (interval '730 days' / ${orders}) - interval '1 hour' as at, rest, lean, spot,
          case when kind < 0.8 then 'C' when kind < 0.95 then 'B' else 'A' end as tier,
          case when size < 0.6 then 1 when size < 0.8 then 2 when size < 0.9 then 3 when size < 0.95 then 4 else 5 end as places,
          case when fate < 0.03 then 'draft' when fate < 0.035 then 'discarded'
            when age < (1 - n / ${orders}.0) * 0.75
              then case when mood < 0.9 then 'closed' when mood < 0.95 then 'retired' else 'delivered' end
            else case when mood < 0.55 then 'open' when mood < 0.88 then 'claimed' when mood < 0.95 then 'delivered'
              when mood < 0.98 then 'rectifying' else 'retiring' end end as state
        from (select n, random() kind, random() size, random() fate, random() age, random() mood, random() rest, random() lean, random() spot
          from generate_series(1, ${orders}) n) d) e;
    create unique index on dice (n);
    analyze dice`)
}

export async function makeOrders(sql: Sql): Promise<void> {
  await sql.unsafe(`
    insert into demand_order (county_id, id, number, tier, tier_reason, owner_organization_id, town_id, state, title, ask, acceptance,
        beneficiaries, category, mode, confirm_required, skills, location, claim_by, due_on, standing, author_id, publisher_id,
        published_at, listed_at, state_since, confirmed_at, closed_cycle, search)
      select '${COUNTY}', d.id, case when draft then null else d.tier || '-' || extract(year from at) || '-' || lpad(d.n::text, 7, '0') end, d.tier,
        '按适用范围确定', case d.tier when 'A' then root.id when 'B' then t.id else b.id end, case d.tier when 'A' then null when 'B' then t.id else b.town_id end,
        d.state, s.title, s.ask, '参加者签到，需求方当面确认', '本企业职工', s.category,
        case when d.n % 10 < 7 then 'either' when d.n % 10 < 9 then 'individual' else 'collective' end, d.n % 20 = 3, array[s.skill],
        case when d.n % 3 = 0 then '企业食堂二楼' end, case when d.state = 'open' and d.n % 4 = 0 then (now() + interval '60 days')::date end,
        (greatest(at, now()) + interval '90 days')::date, d.n % 15 = 0, w.id, case when draft then null else p.id end,
        case when draft then null else at end, at, at + interval '1 hour', at, case when d.state = 'closed' then 1 end, s.terms
      from (select *, state in ('draft', 'discarded') as draft from dice) d
      join sample s on s.i = d.text join town t on t.i = d.town join branch b on b.i = d.branch
      join organization root on root.county_id = '${COUNTY}' and root.kind = 'county'
      join people w on w.nr = d.doer join people p on p.nr = (d.doer + 1) % (select count(*) from people)
      order by d.n;
    insert into order_place (county_id, order_id, place)
      select '${COUNTY}', id, place from dice cross join generate_series(1, places) place order by n;
    insert into order_number (county_id, tier, year, last)
      select '${COUNTY}', tier, year, (select count(*) from dice) from unnest(array['A', 'B', 'C']) tier cross join generate_series(2023, 2027) year`)
}

/** One need behind each order, and a fifth as many that still wait; words, not yet contacts, are what weighs. */
export async function makeNeeds(sql: Sql): Promise<void> {
  await sql.unsafe(`
    create temp table voice as
      select n, pg_temp.v7(at - interval '3 days', 5, n) as id, at - interval '3 days' as at, text, doer, id as order_id, state from dice
      union all
      select n + 10000000, pg_temp.v7(at, 5, n + 10000000), at, text, doer, null, null from dice where n % 5 = 0;
    insert into need (county_id, id, state, channel, requester_kind, requester_name, requester_person_id, organization_id, town_id, category,
        body, urgency, receipt_hash, holder_id, search, received_at, respond_by, responded_at)
      select '${COUNTY}', v.id, case when order_id is null then 'received' else 'linked' end, (array['solicitation', 'symposium', 'hotline', 'scout', 'import'])[1 + v.n % 5],
        'enterprise', f.name, case when v.n % 5 = 0 then p.id end, f.id, f.town_id, s.category, s.ask, case when v.n % 9 = 0 then 'urgent' else 'normal' end,
        encode(sha256(convert_to('${COUNTY}-BNCH-' || v.n, 'UTF8')), 'hex'), p.id, s.terms, v.at, v.at + interval '2 days', case when order_id is not null then v.at + interval '1 day' end
      from voice v join sample s on s.i = v.text join firm f on f.i = v.n * 11 % (select count(*) from firm) join people p on p.nr = v.doer
      order by v.at, v.n;
    insert into need_contact (county_id, need_id, name, phone)
      select '${COUNTY}', id, '王经理', '13900000000' from voice order by at, n;
    insert into order_need (county_id, order_id, need_id, linked_by, linked_at)
      select '${COUNTY}', order_id, v.id, p.id, v.at + interval '1 day' from voice v join people p on p.nr = v.doer where order_id is not null order by v.n`)
}
