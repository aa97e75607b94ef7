import type { JSONValue, Sql } from 'postgres'
import type { Entry } from './clients.ts'

/** What a fault is called, and the rows that show it. Written from the rules and not from the code that keeps them. */
const HOLDING = `state in ('requested', 'active', 'delivered', 'completed')`
const LIMIT = 3
/** The kept reply of a claim `c`: sealed, it says no more than who asked for what. */
const ANSWERED = `c.person_id::text = i.subject and i.body is not null and strpos(i.route, c.order_id::text) > 0`

const faults = {
  'claimed twice': `select order_id, person_id from claim where ${HOLDING} group by order_id, cycle, person_id having count(*) > 1`,
  'over capacity': `select o.id from demand_order o
    where (select count(*) from claim c where c.order_id = o.id and ${HOLDING.replace('state', 'c.state')}) >
      (select count(*) from order_place p where p.order_id = o.id)
    union all select order_id from claim where ${HOLDING} group by order_id, cycle, place having count(*) > 1`,
  'over the limit': `select person_id from claim where state in ('requested', 'active', 'delivered') group by person_id having count(*) > ${LIMIT}`,
  'acknowledged and lost': `select key from journal j where status = 201 and not exists (select 1 from claim c
    where c.id = j.claim_id and c.order_id = j.order_id and c.person_id = j.member_id and ${HOLDING.replace('state', 'c.state')})`,
  'kept and told to nobody': `select id from claim c where in_play(county_id) and not exists (select 1 from journal j where j.claim_id = c.id)`,
  // The row and its event carry the number of one transaction, or they were not stored by one.
  'without its event': `select id from claim c where in_play(county_id) and 1 <> (select count(*) from event e
    where e.claim_id = c.id and e.kind = 'claim.taken' and e.order_id = c.order_id and e.by = c.person_id
      and e.xid::text::numeric % 4294967296 = c.xmin::text::numeric)`,
  'event of nothing': `select id from event e where kind = 'claim.taken' and not exists (select 1 from claim c where c.id = e.claim_id)`,
  'done by half': `
    select order_id::text from order_part p where in_play(county_id) and not exists (select 1 from claim c where c.order_id = p.order_id and c.person_id = p.person_id)
    union all select key from idempotency i where in_play(county_id) and not exists (select 1 from claim c where ${ANSWERED})
    union all select id::text from claim c where in_play(county_id) and not exists (select 1 from idempotency i where ${ANSWERED})
    union all select id::text from demand_order o where in_play(county_id) and (state = 'open') <>
      ((select count(*) from claim c where c.order_id = o.id and ${HOLDING.replace('state', 'c.state')}) < (select count(*) from order_place p where p.order_id = o.id))`,
  // Nobody gives a place back in these runs, so what was refused for want of one must still be so.
  'refused without reason': `select key from journal j where status <> 201 and not case code
    when 'order.no_place_left' then (select count(*) from claim c where c.order_id = j.order_id) >= (select count(*) from order_place p where p.order_id = j.order_id)
    when 'claim.already_yours' then exists (select 1 from claim c where c.order_id = j.order_id and c.person_id = j.member_id)
    when 'claim.limit_reached' then (select count(*) from claim c where c.person_id = j.member_id) >= ${LIMIT}
    else false end`,
  'never answered': `select key from journal where status is null`,
  'one key, two answers': `select key from journal group by key having count(distinct (status, claim_id)) > 1`,
  'in a foreign quarter': `select id from rating where quarter <> to_char(rated_at at time zone 'Asia/Shanghai', 'YYYY"Q"Q')`,
} as const satisfies Record<string, string>

export type Fault = keyof typeof faults | 'ended by itself'
/** Of each fault that was found, how many times. Empty is what is hoped for. */
export type Verdict = Partial<Record<Fault, number>>

interface Row extends Record<string, JSONValue> {
  key: string
  member_id: string
  order_id: string
  status: number | null
  claim_id: string | null
  code: string | null
}

/** Looks at the database itself, past everything of ours, with what the clients were told beside it. */
export async function judge(sql: Sql, countyId: string, journal: readonly Entry[]): Promise<Verdict> {
  await sql.unsafe(
    `create function pg_temp.in_play(text) returns boolean language sql immutable as $$ select $1 = '${countyId}' $$`,
  )
  const rows = journal.flatMap(rowsOf)
  await sql`create temp table journal as select * from jsonb_to_recordset(${sql.json(rows)})
    as t(key text, member_id uuid, order_id uuid, status int, claim_id uuid, code text)`
  const verdict: Verdict = {}
  for (const [fault, query] of Object.entries(faults) as [Fault, string][]) {
    const found = await sql.unsafe(query.replaceAll('in_play', 'pg_temp.in_play'))
    if (found.length > 0) verdict[fault] = found.length
  }
  return verdict
}

function rowsOf({ key, memberId, about, senders, answers }: Entry): Row[] {
  const who = { key, member_id: memberId, order_id: about }
  const told = answers.map(({ status, id, code }) => ({ ...who, status, claim_id: id, code }))
  const waiting = { ...who, status: null, claim_id: null, code: null }
  return [...told, ...Array.from({ length: senders - answers.length }, () => waiting)]
}
