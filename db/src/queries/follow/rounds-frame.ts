import { sql } from 'drizzle-orm'
import type { Tier } from '@dj/shared/county/organization/tier.ts'
import type { Reads } from '../../connect.ts'
import type { Tx } from '../../with-tx.ts'
import { uuidArray } from '../platform/array-params.ts'

interface Of {
  countyId: string
  roundId: string
}

/**
 * Freezes every order live at any moment of the quarter with its version: published before the quarter's end and not ended by its
 * beginning. One statement, one snapshot; how many.
 */
export async function freezeFrame(tx: Tx, { countyId, roundId }: Of, quarter: { from: Date; until: Date }) {
  const rows = await tx.execute(sql`
    insert into frame_entry (county_id, round_id, order_id, order_version, tier, town_id, owner_organization_id)
    select county_id, ${roundId}, id, version, tier, town_id, owner_organization_id from demand_order
    where county_id = ${countyId} and published_at < ${quarter.until.toISOString()}::timestamptz
      and (state not in ('closed', 'retired', 'discarded') or state_since > ${quarter.from.toISOString()}::timestamptz)
    order by id`)
  return rows.count
}

export type FrameRow = {
  order_id: string
  order_version: number
  tier: Tier
  town_id: string | null
  owner_organization_id: string
}

/** The next entries of the frame after that order, by id. */
export async function frameAfter(
  db: Reads,
  { countyId, roundId }: Of,
  after: string | null,
  limit: number,
): Promise<FrameRow[]> {
  const beyond = after === null ? sql`` : sql`and order_id > ${after}::uuid`
  return db.execute<FrameRow>(sql`
    select order_id, order_version, tier, town_id, owner_organization_id from frame_entry
    where county_id = ${countyId} and round_id = ${roundId} ${beyond} order by order_id limit ${limit}`)
}

/** C orders of each town of these rounds' frames. */
export async function framedByTown(db: Reads, countyId: string, roundIds: readonly string[]) {
  if (roundIds.length === 0) return []
  return db.execute<{ round_id: string; town: string | null; total: number }>(sql`
    select f.round_id, o.name as town, f.total from (select round_id, town_id, count(*)::int as total from frame_entry
      where county_id = ${countyId} and round_id = any(${uuidArray(roundIds)}) and tier = 'C' group by round_id, town_id) f
    left join organization o on o.county_id = ${countyId} and o.id = f.town_id order by o.code nulls last, o.name`)
}

/** The same with how many of them were drawn. */
export async function drawnByTown(db: Reads, countyId: string, roundIds: readonly string[]) {
  if (roundIds.length === 0) return []
  return db.execute<{ round_id: string; town: string | null; total: number; drawn: number }>(sql`
    select f.round_id, o.name as town, count(*)::int as total, count(t.order_id)::int as drawn from frame_entry f
    left join organization o on o.county_id = f.county_id and o.id = f.town_id
    left join target t on t.county_id = f.county_id and t.round_id = f.round_id and t.order_id = f.order_id and t.basis = 'sample'
    where f.county_id = ${countyId} and f.round_id = any(${uuidArray(roundIds)}) and f.tier = 'C'
    group by f.round_id, f.town_id, o.name, o.code order by o.code nulls last, o.name`)
}

/** Tells the planner how many rows there are now: what a transaction wrote a moment ago it would take for nothing. */
export async function refreshStatistics(tx: Tx, table: 'frame_entry' | 'target' | 'assignment'): Promise<void> {
  await tx.execute(sql`select refresh_round_statistics(${table})`)
}
