import { and, desc, eq, gte, lt, or, sql } from 'drizzle-orm'
import type { Reads } from '../../connect.ts'
import { eventTable } from '../../tables/platform/event.table.ts'

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

const aliasOf = (id: string) =>
  sql<string | null>`(select p.alias from person p where p.county_id = event.county_id and p.id::text = ${sql.raw(id)})`
const orderName = sql<string | null>`(select coalesce(o.number, o.title) from demand_order o
  where o.county_id = event.county_id and o.id = event.order_id)`

/** Events of the county with the names of who is in them, the last first: their ids ascend in time. */
export async function listLog(db: Reads, countyId: string, filter: LogFilter) {
  const { kind, by, about, from, until, q, before, limit } = filter
  const { needId, orderId, claimId, data } = eventTable
  return db
    .select({
      event: eventTable,
      byAlias: aliasOf('event.by::text'),
      person: aliasOf(`event.data ->> 'personId'`),
      order: orderName,
    })
    .from(eventTable)
    .where(
      and(
        eq(eventTable.countyId, countyId),
        kind ? eq(eventTable.kind, kind) : undefined,
        by ? eq(eventTable.by, by) : undefined,
        about
          ? or(eq(needId, about), eq(orderId, about), eq(claimId, about), sql`${data} ->> 'personId' = ${about}`)
          : undefined,
        from ? gte(eventTable.at, from) : undefined,
        until ? lt(eventTable.at, until) : undefined,
        q ? sql`position(lower(${q}) in lower(${data}::text)) > 0` : undefined,
        before ? lt(eventTable.id, before) : undefined,
      ),
    )
    .orderBy(desc(eventTable.id))
    .limit(limit)
}
