import { type SQL, sql } from 'drizzle-orm'
import type { Reads } from '../../connect.ts'
import { uuidArray } from '../platform/array-params.ts'

export interface Asked {
  countyId: string
  inspectorIds: readonly string[]
  /** Seconds since then count. */
  secondsSince: Date
}

export type Conflict = { order_id: string; person_id: string }

/** Conflicts of these people with the targets of a round. */
export async function conflictsInRound(db: Reads, asked: Asked & { roundId: string }): Promise<Conflict[]> {
  const { countyId, roundId } = asked
  return conflicts(db, asked, sql`select order_id from target where county_id = ${countyId} and round_id = ${roundId}`)
}

/** Conflicts of these people with these orders. */
export async function conflictsWithOrders(
  db: Reads,
  asked: Asked & { orderIds: readonly string[] },
): Promise<Conflict[]> {
  return conflicts(db, asked, sql`select unnest(${uuidArray(asked.orderIds)}) as order_id`)
}

/**
 * Who may not check which order: of their own organization or its chain below the town, or one they declared; written, claimed, rated or
 * needed by themselves or by those; seconded by them within the time.
 */
async function conflicts(db: Reads, asked: Asked, orders: SQL): Promise<Conflict[]> {
  const { countyId: county, inspectorIds } = asked
  const people = sql`any(${uuidArray(inspectorIds)})`
  return db.execute<Conflict>(sql`
    with wanted as materialized (${orders}), near as materialized (${nearOrganizations(county, people)}),
    own as materialized (select o.id, o.owner_organization_id, o.author_id, o.publisher_id from demand_order o join wanted w on w.order_id = o.id where o.county_id = ${county}),
    behind as materialized (select l.order_id, n.id, n.requester_person_id, n.organization_id from wanted w join order_need l on l.county_id = ${county} and l.order_id = w.order_id
      join need n on n.county_id = l.county_id and n.id = l.need_id)
    select o.id as order_id, near.person_id from own o join near on near.id = o.owner_organization_id
    union select o.id, author_id from own o where author_id = ${people}
    union select o.id, publisher_id from own o where publisher_id = ${people}
    union select p.order_id, p.person_id from order_part p join wanted w using (order_id)
      where p.county_id = ${county} and p.part <> 'inspector' and p.person_id = ${people}
    union select p.order_id, p.person_id from participant p join wanted w using (order_id)
      where p.county_id = ${county} and p.state <> 'declined' and p.person_id = ${people}
    union select c.order_id, near.person_id from claim c join wanted w using (order_id) join near on near.id = c.organization_id
      where c.county_id = ${county}
    union select c.order_id, near.person_id from claim c join wanted w using (order_id)
      join person p on p.county_id = c.county_id and p.id = c.person_id join near on near.id = p.home_organization_id
      where c.county_id = ${county}
    union select b.order_id, b.requester_person_id from behind b where b.requester_person_id = ${people}
    union select b.order_id, near.person_id from behind b join near on near.id = b.organization_id
    union select s.order_id, s.person_id from second s join wanted w using (order_id)
      where s.county_id = ${county} and s.person_id = ${people} and s.at >= ${asked.secondsSince.toISOString()}::timestamptz
    union select b.order_id, s.person_id from second s join behind b on b.id = s.need_id
      where s.county_id = ${county} and s.person_id = ${people} and s.at >= ${asked.secondsSince.toISOString()}::timestamptz`)
}

/** The organizations a person belongs to, and what lies above and below them short of the town; what they declared, and below it. */
const nearOrganizations = (county: string, people: SQL) => sql`
  with home as (
    select p.id as person_id, p.home_organization_id as id from person p where p.county_id = ${county} and p.id = ${people}
    union select m.person_id, m.organization_id from membership m
      where m.county_id = ${county} and m.state = 'accepted' and m.person_id = ${people}),
  placed as (select home.person_id, o.id, o.path, o.kind in ('county', 'town') as wide
    from home join organization o on o.county_id = ${county} and o.id = home.id where o.kind <> 'county')
  select person_id, id from placed
  union select placed.person_id, above.id from placed join organization above
    on above.county_id = ${county} and above.id = any(placed.path) and above.kind not in ('county', 'town')
  union select placed.person_id, below.id from placed join organization below
    on below.county_id = ${county} and below.path @> array[placed.id] and not placed.wide
  union select d.person_id, below.id from declared_conflict d join organization below
    on below.county_id = ${county} and below.path @> array[d.organization_id]
    where d.county_id = ${county} and d.person_id = ${people}`
