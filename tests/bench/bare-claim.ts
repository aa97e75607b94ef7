import { randomUUID } from 'node:crypto'
import postgres from 'postgres'
import { newId } from '@dj/api/platform/deps.ts'
import { COUNTY } from './generate/places.ts'

interface Loop {
  orders: readonly string[]
  claimants: readonly string[]
  clients: number
  ms: number
}

/** Claims a second when a bare driver sends the statements of one claim, a connection each, with nothing around them. */
export async function claimBare(url: string, { orders, claimants, clients, ms }: Loop): Promise<number> {
  const until = performance.now() + ms
  const begin = performance.now()
  let next = 0
  let done = 0
  await Promise.all(
    Array.from({ length: clients }, async () => {
      const sql = postgres(url, { max: 1, fetch_types: false, onnotice: () => undefined })
      while (performance.now() < until) {
        const n = next
        next += 1
        const [order, person] = [orders[n], claimants[(n + Math.floor(claimants.length / 2)) % claimants.length]]
        if (order === undefined || person === undefined) break
        await claimOnce(sql, order, person)
        done += 1
      }
      await sql.end()
    }),
  )
  return done / ((performance.now() - begin) / 1000)
}

async function claimOnce(sql: postgres.Sql, order: string, person: string): Promise<void> {
  const [claim, key] = [newId(), randomUUID()]
  await sql.unsafe(`begin; set local app.county_id = '${COUNTY}'; select clock_timestamp()`)
  await Promise.all([
    sql`insert into idempotency (county_id, subject, key, route, body_hash, status, at)
      values (${COUNTY}, ${person}, ${key}, 'POST', 'hash', 201, now()) on conflict do nothing`,
    sql`select pg_advisory_xact_lock(hashtextextended(${`${COUNTY}:${person}`}, 0))`,
    sql`select * from demand_order where county_id = ${COUNTY} and id = ${order} for update`,
    sql`select settings from county_settings where county_id = ${COUNTY} order by version desc limit 1`,
  ])
  await Promise.all([
    sql`select place from order_place where county_id = ${COUNTY} and order_id = ${order} order by place`,
    sql`select * from claim where county_id = ${COUNTY} and order_id = ${order} and cycle = 1`,
    sql`select count(*) from claim where county_id = ${COUNTY} and person_id = ${person} and claimant_kind = 'member'
      and state in ('requested', 'active')`,
    sql`select part from order_part where county_id = ${COUNTY} and order_id = ${order} and person_id = ${person}`,
  ])
  await sql`insert into order_part (county_id, order_id, person_id, part) values (${COUNTY}, ${order}, ${person}, 'doer') on conflict do nothing`
  await sql`insert into claim (county_id, id, order_id, cycle, place, claimant_kind, person_id, state, started_at, due_at)
    select ${COUNTY}, ${claim}, ${order}, o.cycle, p.place, 'member', ${person}, 'active', now(), now() + interval '30 days'
    from demand_order o join order_place p on p.county_id = o.county_id and p.order_id = o.id
    where o.county_id = ${COUNTY} and o.id = ${order} and not exists (select 1 from claim c where c.county_id = o.county_id
      and c.order_id = o.id and c.cycle = o.cycle and c.place = p.place and c.state in ('requested', 'active', 'delivered', 'completed'))
    order by p.place limit 1`
  await Promise.all([
    sql`update demand_order set state = 'claimed', state_since = now(), version = version + 1 where county_id = ${COUNTY} and id = ${order}`,
    sql`insert into event (county_id, id, kind, at, by, order_id, claim_id, data)
      values (${COUNTY}, ${newId()}, 'claim.taken', now(), ${person}, ${order}, ${claim}, '{}')`,
  ])
  await sql`select c.*, p.alias from claim c join person p on p.county_id = c.county_id and p.id = c.person_id where c.county_id = ${COUNTY} and c.id = ${claim}`
  await sql`update idempotency set body = '{}' where county_id = ${COUNTY} and subject = ${person} and key = ${key}`
  await sql.unsafe('commit')
}
