import { type SQL, sql } from 'drizzle-orm'
import type { RequesterKind } from '@dj/shared/collect/need/need.schema.ts'
import type { Reads } from '../../connect.ts'
import { textArray } from '../platform/array-params.ts'

export type SimilarRow = { id: string; words: string; where: string | null; seconds: number }
export type SimilarNeed = SimilarRow & { released: string | null; kind: RequesterKind; requester: string }
export type SimilarOrder = SimilarRow & { title: string }

// Common pairs of characters meet half the library: only the newest of those are looked at closer.
const LOOKED_AT = 1_000
const SHORTLIST = 200

const overlap = (of: SQL, terms: readonly string[]) =>
  sql`(select count(*) from unnest(${of}) as s where s = any(${textArray(terms)}))`

interface Wanted {
  countyId: string
  townId: string | undefined
  terms: readonly string[]
}

/** Needs not yet settled that share most terms. */
export async function similarNeeds(db: Reads, { countyId, townId, terms }: Wanted): Promise<SimilarNeed[]> {
  return db.execute<SimilarNeed>(sql`
    select n.id, n.body as words, n.released_words as released, n.requester_kind as kind, n.requester_name as requester, t.name as where,
      (select count(*)::int from second s where s.county_id = n.county_id and s.need_id = n.id) as seconds
    from (select * from need n where n.county_id = ${countyId} and n.state in ('received', 'linked') and n.merged_into_id is null
      and n.id in (select needs_with_any(${textArray(terms)})) ${townId ? sql`and n.town_id = ${townId}` : sql``}
      order by n.received_at desc nulls last, n.id desc nulls last limit ${LOOKED_AT}) n
    left join organization t on t.county_id = n.county_id and t.id = n.town_id
    order by ${overlap(sql`n.search`, terms)} desc limit ${SHORTLIST}`)
}

/** Published orders one can still join that share most terms; with a town, its own and those of the county. */
export async function similarOrders(db: Reads, { countyId, townId, terms }: Wanted): Promise<SimilarOrder[]> {
  return db.execute<SimilarOrder>(sql`
    select o.id, o.title, o.title || ' ' || o.ask as words, w.name as where,
      (select count(*)::int from second s where s.county_id = o.county_id and s.order_id = o.id) as seconds
    from (select * from demand_order o where o.county_id = ${countyId} and o.state in ('open', 'claimed')
      and o.search && ${textArray(terms)} ${townId ? sql`and (o.town_id = ${townId} or o.town_id is null)` : sql``}
      order by o.listed_at desc nulls last, o.id desc nulls last limit ${LOOKED_AT}) o
    join organization w on w.county_id = o.county_id and w.id = o.owner_organization_id
    order by ${overlap(sql`o.search`, terms)} desc limit ${SHORTLIST}`)
}
