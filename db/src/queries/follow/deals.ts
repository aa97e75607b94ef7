import { sql } from 'drizzle-orm'
import type { DealReason } from '@dj/shared/follow/round/round.schema.ts'
import type { Reads } from '../../connect.ts'
import { dealTable } from '../../tables/follow/deal.table.ts'
import type { Tx } from '../../with-tx.ts'
import { uuidArray } from '../platform/array-params.ts'

interface Of {
  countyId: string
  roundId: string
}
export interface Pair {
  orderId: string
  inspectorId: string
}
type DealRow = typeof dealTable.$inferInsert

/** Writes down a deal and whom an interest kept from what; its number, from 1. The round is held. */
export async function insertDeal(tx: Tx, deal: Omit<DealRow, 'nth'>, excluded: readonly Pair[]): Promise<number> {
  const { countyId, roundId } = deal
  const [row] = await tx.execute<{ nth: number }>(
    sql`select 1 + coalesce(max(nth), 0)::int as nth from deal where county_id = ${countyId} and round_id = ${roundId}`,
  )
  const nth = row?.nth ?? 1
  await tx.insert(dealTable).values({ ...deal, nth })
  for (let i = 0; i < excluded.length; i += CHUNK) {
    const some = excluded.slice(i, i + CHUNK)
    await tx.execute(sql`
      insert into deal_exclusion (county_id, round_id, nth, order_id, inspector_id) select ${countyId}, ${roundId}, ${nth}, o, p
      from unnest(${uuidArray(some.map((pair) => pair.orderId))}, ${uuidArray(some.map((pair) => pair.inspectorId))}) as u(o, p)`)
  }
  return nth
}
const CHUNK = 10_000

export type DealListed = {
  at: string
  reason: DealReason
  inspectors: string[]
  orderId: string | null
  ended: [number, string] | null
  excluded: [string, string][]
  dealt: [string, number, string][]
}

/** Every deal of the round in order, each with whom it excluded and what it dealt. */
export async function dealsOf(db: Reads, { countyId, roundId }: Of): Promise<DealListed[]> {
  return db.execute<DealListed>(sql`
    select d.at, d.reason, to_json(d.inspectors) as inspectors, d.order_id as "orderId",
      case when d.ended_slot is not null then json_build_array(d.ended_slot, d.ended_inspector_id) end as ended,
      coalesce((select json_agg(json_build_array(e.order_id, e.inspector_id) order by e.order_id, e.inspector_id) from deal_exclusion e
        where e.county_id = d.county_id and e.round_id = d.round_id and e.nth = d.nth), '[]') as excluded,
      coalesce((select json_agg(json_build_array(a.order_id, a.slot, a.inspector_id) order by a.order_id, a.slot) from assignment a
        where a.county_id = d.county_id and a.round_id = d.round_id and a.deal = d.nth), '[]') as dealt
    from deal d where d.county_id = ${countyId} and d.round_id = ${roundId} order by d.nth`)
}
