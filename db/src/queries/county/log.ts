import { type SQL, sql } from 'drizzle-orm'
import type { EventKind } from '@dj/shared/platform/event/event-kinds.ts'
import type { SealableEvent } from '@dj/shared/platform/seal/chain.rules.ts'
import type { Reads } from '../../connect.ts'
import { textArray, uuidArray } from '../platform/array-params.ts'
import { asText } from '../platform/seals.ts'

export interface LogFilter {
  kind?: string | undefined
  by?: string | undefined
  /** The id of a need, an order, a claim or a person. */
  about?: string | undefined
  from?: Date | undefined
  until?: Date | undefined
  q?: string | undefined
  before: string | null
  limit: number
}

export type LogRow = {
  id: string
  kind: EventKind
  ms: number
  by: string | null
  needId: string | null
  orderId: string | null
  claimId: string | null
  data: Record<string, unknown>
  byAlias: string | null
  /** Whose alias `data` names as the person. */
  person: string | null
  order: string | null
  /** What tells a need from others without its words: category, town and day. */
  need: { category: string; town: string | null; day: string } | null
}

const named = sql`(extract(epoch from e.at) * 1000)::float8 as ms, e.data,
  (select p.alias from person p where p.county_id = e.county_id and p.id = e.by) as "byAlias",
  (select p.alias from person p where p.county_id = e.county_id and p.id::text = e.data ->> 'personId') as person,
  (select coalesce(o.number, o.title) from demand_order o where o.county_id = e.county_id and o.id = e.order_id) as order,
  (select jsonb_build_object('category', n.category, 'day', to_char(n.received_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD'), 'town',
    (select t.name from organization t where t.county_id = n.county_id and t.id = n.town_id))
    from need n where n.county_id = e.county_id and n.id = e.need_id) as need`

/** Events of the county with the names of who is in them, the last first: their ids ascend in time. */
export async function listLog(db: Reads, countyId: string, filter: LogFilter): Promise<LogRow[]> {
  const asked = await matching(db, countyId, filter)
  return db.execute<LogRow>(sql`
    select e.id, e.kind, e.by, e.need_id as "needId", e.order_id as "orderId", e.claim_id as "claimId", ${named}
    from event e where ${asked} order by e.id desc limit ${filter.limit}`)
}

/** How many there are, counted no further than `limit`. */
export async function countLog(db: Reads, countyId: string, filter: LogFilter): Promise<number> {
  const asked = await matching(db, countyId, filter)
  const [row] = await db.execute<{ n: number }>(sql`
    select count(*)::int as n from (select from event e where ${asked} limit ${filter.limit}) counted`)
  return row?.n ?? 0
}

/** With it the place in the chain, as far as it is sealed, and the text that is hashed there. */
export type SealedLogRow = LogRow & {
  sealed: SealableEvent
  seq: number | null
  hash: string | null
  previous: string | null
}

export async function listSealedLog(db: Reads, countyId: string, filter: LogFilter): Promise<SealedLogRow[]> {
  const asked = await matching(db, countyId, filter)
  return db.execute<SealedLogRow>(sql`
    select e.id, e.kind, e.by, e.need_id as "needId", e.order_id as "orderId", e.claim_id as "claimId", ${named}, s.seq, s.hash,
      p.hash as previous, (select to_jsonb(x) from (select ${asText}) x) as sealed
    from event e left join event_seal s on s.county_id = e.county_id and s.event_id = e.id
    left join event_seal p on p.county_id = s.county_id and p.seq = s.seq - 1
    where ${asked} order by e.id desc limit ${filter.limit}`)
}

async function matching(db: Reads, countyId: string, filter: LogFilter): Promise<SQL> {
  const { kind, by, about, from, until, q, before } = filter
  const conditions = [
    sql`e.county_id = ${countyId}`,
    kind && sql`e.kind = ${kind}`,
    by && sql`e.by = ${by}`,
    about && sql`(${about}::uuid in (e.need_id, e.order_id, e.claim_id) or e.data ->> 'personId' = ${about})`,
    from && sql`e.at >= ${from.toISOString()}`,
    until && sql`e.at < ${until.toISOString()}`,
    q && saying(q, await called(db, countyId, q)),
    before && sql`e.id < ${before}`,
  ]
  return sql.join(
    conditions.flatMap((each) => each || []),
    sql` and `,
  )
}

/** What was recorded says these words, or names one of these people or orders. */
const saying = (q: string, { people, orders }: Called): SQL => sql`(position(lower(${q}) in lower(e.data::text)) > 0
  or e.by = any(${uuidArray(people)}) or e.order_id = any(${uuidArray(orders)})
  or e.data::text like any(${textArray(people.map((id) => `%${id}%`))}))`

interface Called {
  people: string[]
  orders: string[]
}

/** So many of a name: whoever looks for 「王」 alone is shown some. */
const MOST = 100

/** Who goes by that name, and which orders: the log stores ids alone. */
async function called(db: Reads, countyId: string, q: string): Promise<Called> {
  const [row] = await db.execute<{ people: string[]; orders: string[] }>(sql`
    select array(select p.id from person p where p.county_id = ${countyId} and position(lower(${q}) in lower(p.alias)) > 0
        order by p.id limit ${MOST}) as people,
      array(select o.id from demand_order o where o.county_id = ${countyId}
        and (position(lower(${q}) in lower(o.title)) > 0 or upper(${q}) = o.number) order by o.id limit ${MOST}) as orders`)
  return { people: row?.people ?? [], orders: row?.orders ?? [] }
}
