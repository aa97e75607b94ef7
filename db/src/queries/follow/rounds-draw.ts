import { voicesOfOrders } from '../exit/poor-ratings.ts'
import { sql } from 'drizzle-orm'
import type { Reads } from '../../connect.ts'
import type { Tx } from '../../with-tx.ts'
import { uuidArray } from '../platform/array-params.ts'

interface Of {
  countyId: string
  roundId: string
}

/** The two blocks that HMAC-SHA-256 prepends, made from the secret: the database only has to hash. */
export interface HmacBlocks {
  inner: Uint8Array
  outer: Uint8Array
}
const bytea = (bytes: Uint8Array) => sql`decode(${Buffer.from(bytes).toString('hex')}, 'hex')`

/** Every A and B order of the frame. */
export async function insertCensus(tx: Tx, { countyId, roundId }: Of): Promise<void> {
  await tx.execute(sql`
    insert into target (county_id, round_id, order_id, basis, state)
    select county_id, round_id, order_id, 'census', 'waiting' from frame_entry
    where county_id = ${countyId} and round_id = ${roundId} and tier in ('A', 'B')`)
}

/** The smallest keys of each town, as many as the round says: the same rule as shared/round/draw.rules.ts, on all orders at once. */
export async function insertSample(tx: Tx, { countyId, roundId }: Of, { inner, outer }: HmacBlocks): Promise<void> {
  await tx.execute(sql`
    insert into target (county_id, round_id, order_id, basis, draw_key, draw_rank, state)
    select ranked.county_id, round_id, order_id, 'sample', key, rank, 'waiting' from (
      select county_id, round_id, order_id, key, row_number() over (partition by town_id order by key) as rank,
        count(*) over (partition by town_id) as total from (
        select county_id, round_id, order_id, town_id,
          sha256(${bytea(outer)} || sha256(${bytea(inner)} || convert_to(order_id || '|' || order_version, 'UTF8'))) as key
        from frame_entry where county_id = ${countyId} and round_id = ${roundId} and tier = 'C') keyed) ranked
    join round on round.county_id = ranked.county_id and round.id = ranked.round_id
    where rank <= greatest(ceil(round.rate * total - 0.000000001), round.minimum)`)
}

export async function insertTargeted(tx: Tx, { countyId, roundId }: Of, orderIds: readonly string[]): Promise<void> {
  if (orderIds.length === 0) return
  await tx.execute(sql`
    insert into target (county_id, round_id, order_id, basis, state)
    select ${countyId}, ${roundId}, id, 'targeted', 'waiting' from unnest(${uuidArray(orderIds)}) as id`)
}

/** What the event of the draw says of all targets; it tells nobody which they are. */
export async function hashOfTargets(tx: Tx, { countyId, roundId }: Of): Promise<string | null> {
  const rows = await tx.execute<{ hash: string | null }>(sql`select targets_hash(${countyId}, ${roundId}) as hash`)
  return rows[0]?.hash ?? null
}

export type PoorCandidate = {
  order_id: string
  ratings: number
  satisfied: number
  answers: number
  not_solved: number
}

/**
 * C orders of the frame outside the sample with which anybody was not satisfied, by what was said of their newest judged cycle. The
 * rule decides which of them are poor.
 */
export async function unsatisfiedOutsideSample(tx: Tx, { countyId, roundId }: Of): Promise<PoorCandidate[]> {
  return tx.execute<PoorCandidate>(sql`
    select f.order_id, v.ratings, v.satisfied, v.answers, v.not_solved from (${voicesOfOrders(countyId)}) v
    join frame_entry f on f.county_id = ${countyId} and f.round_id = ${roundId} and f.tier = 'C' and f.order_id = v.order_id
    where (satisfied < ratings or not_solved > 0) and not exists (select from target t
      where t.county_id = ${countyId} and t.round_id = ${roundId} and t.order_id = f.order_id)`)
}

/** What was drawn, town by town in the order of the keys, and what was added. */
export async function drawnOrders(db: Reads, { countyId, roundId }: Of) {
  return db.execute<{ basis: 'sample' | 'targeted'; town: string; order_id: string }>(sql`
    select t.basis, coalesce(f.town_id::text, '-') as town, t.order_id from target t
    join frame_entry f on f.county_id = t.county_id and f.round_id = t.round_id and f.order_id = t.order_id
    where t.county_id = ${countyId} and t.round_id = ${roundId} and t.basis <> 'census'
    order by coalesce(f.town_id::text, '-') collate "C", t.draw_rank, t.order_id`)
}
