import { type SQL, sql } from 'drizzle-orm'
import type { Reads } from '../../connect.ts'
import { uuidArray } from '../platform/array-params.ts'

interface Place {
  countyId: string
  organizationId: string | null
  townId: string | null
  /** Nobody answers their own need. */
  requesterId: string | null
}

export interface Receiver extends Record<string, unknown> {
  id: string
  alias: string
  organizationName: string
  /** Needs in their hands that still wait. */
  waiting: number
}

/**
 * Who answers for a need that nobody took in by hand: at the nearest organization above it that has a desk, whoever holds the
 * fewest that still wait. Null where no desk is held at all. (首问负责) [001]
 */
export async function firstReceiver(
  db: Reads,
  { countyId, organizationId, townId, requesterId }: Place,
  at: Date,
): Promise<string | null> {
  const pathOf = (id: string | null) =>
    sql`(select path from organization where county_id = ${countyId} and id = ${id}::uuid)`
  const path = sql`coalesce(${pathOf(organizationId)}, ${pathOf(townId)},
    (select path from organization where county_id = ${countyId} and kind = 'county'))`
  const [first] = await atDesksAlong(db, { countyId, path, not: [requesterId], at, limit: 1 })
  return first?.id ?? null
}

/** Those at the desks along a path of organizations, the nearest desk first, then who has fewest waiting. */
export function receiversAlong(
  db: Reads,
  { path, ...wanted }: { countyId: string; path: readonly string[]; not: readonly (string | null)[]; at: Date },
): Promise<Receiver[]> {
  return atDesksAlong(db, { ...wanted, path: uuidArray(path), limit: 50 })
}

async function atDesksAlong(
  db: Reads,
  wanted: { countyId: string; path: SQL; not: readonly (string | null)[]; at: Date; limit: number },
): Promise<Receiver[]> {
  const { countyId, path, not, at, limit } = wanted
  const now = sql`${at.toISOString()}::timestamptz`
  const others = not.flatMap((id) => id ?? [])
  return db.execute<Receiver>(sql`
    select x.id, x.alias, x.name as "organizationName", x.waiting from (
      select distinct on (p.id) p.id, p.alias, o.name, place.depth, g.valid_from, (select count(*)::int from need n
        where n.county_id = p.county_id and n.holder_id = p.id and n.state = 'received' and n.merged_into_id is null) as waiting
      from unnest(${path}) with ordinality as place (id, depth)
      join organization o on o.county_id = ${countyId} and o.id = place.id
      join role_grant g on g.county_id = o.county_id and g.organization_id = o.id
      join person p on p.county_id = g.county_id and p.id = g.person_id
      where g.role in ('secretary', 'town_organizer', 'county_organizer') and p.status = 'active'
        and g.valid_from <= ${now} and coalesce(g.valid_until > ${now}, true) and p.id <> all(${uuidArray(others)})
      order by p.id, place.depth desc, g.valid_from) x
    order by x.depth desc, x.waiting, x.valid_from, x.id limit ${limit}`)
}
