import type { EventKind } from '@dj/shared/platform/event/event-kinds.ts'
import { and, asc, eq, gt, gte, or, sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import type { Reads } from '../../connect.ts'
import { eventTable } from '../../tables/platform/event.table.ts'
import type { Tx } from '../../with-tx.ts'

export interface NewEvent {
  countyId: string
  kind: EventKind
  at: Date
  by: string | null
  needId?: string | null
  orderId?: string | null
  claimId?: string | null
  /** Ids and plain facts, never names or contact data. */
  data?: Record<string, unknown>
}

/** The event of a change, in the same transaction. */
export async function recordEvent(tx: Tx, event: NewEvent): Promise<void> {
  await recordEvents(tx, [event])
}

const AT_ONCE = 5_000

export async function recordEvents(tx: Tx, events: readonly NewEvent[]): Promise<void> {
  // A statement takes 65 535 parameters.
  for (let from = 0; from < events.length; from += AT_ONCE) {
    const some = events.slice(from, from + AT_ONCE)
    await tx.insert(eventTable).values(some.map((event) => ({ ...event, id: v7(), data: event.data ?? {} })))
  }
}

/** The timeline of an order and of the needs behind it, oldest first. */
export async function eventsOfOrder(
  db: Reads,
  countyId: string,
  orderId: string,
  page: { limit: number; after: { at: string; id: string } | null },
) {
  const { after } = page
  return db
    .select()
    .from(eventTable)
    .where(
      and(
        eq(eventTable.countyId, countyId),
        eq(eventTable.orderId, orderId),
        after
          ? or(
              gt(eventTable.at, sql`${after.at}::timestamptz`),
              and(eq(eventTable.at, sql`${after.at}::timestamptz`), gt(eventTable.id, after.id)),
            )
          : undefined,
      ),
    )
    .orderBy(asc(eventTable.at), asc(eventTable.id))
    .limit(page.limit)
}

const RECENT = 1_000
/** What whoever begins to follow is told of before: a page was loaded a moment earlier. */
const BEFORE = 20

export interface RecentEvent {
  id: string
  kind: EventKind
  needId: string | null
  orderId: string | null
  claimId: string | null
}

/**
 * The events of transactions from number `from` on, newest first, and from where to ask next: below that number nothing can turn
 * up any more. Numbers are the database's, so no clock of any process matters. With null, the last few.
 */
export async function recentEvents(
  db: Reads,
  countyId: string,
  from: string | null,
): Promise<{ next: string; events: RecentEvent[] }> {
  const rows = await db.execute<Omit<RecentEvent, 'id'> & { id: string | null; next: string }>(sql`
    select s.next::text, e.* from (select pg_snapshot_xmin(pg_current_snapshot()) as next) s left join lateral (
      select id, kind, need_id as "needId", order_id as "orderId", claim_id as "claimId" from event
      where county_id = ${countyId} and xid >= coalesce(${from}, '0')::xid8 and xid < pg_snapshot_xmax(pg_current_snapshot())
      order by xid desc, id desc limit ${from === null ? BEFORE : RECENT}) e on true`)
  const events = rows.flatMap(({ next: _, id, ...row }) => (id === null ? [] : [{ id, ...row }]))
  return { next: rows[0]?.next ?? '0', events }
}

export async function happenedSince(
  db: Reads,
  { countyId, kind, since, data = {} }: { countyId: string; kind: EventKind; since: Date; data?: object },
): Promise<boolean> {
  const rows = await db
    .select({ id: eventTable.id })
    .from(eventTable)
    .where(
      and(
        eq(eventTable.countyId, countyId),
        eq(eventTable.kind, kind),
        gte(eventTable.at, since),
        sql`${eventTable.data} @> ${JSON.stringify(data)}::jsonb`,
      ),
    )
    .limit(1)
  return rows.length > 0
}

/** How often somebody did this since then, and when first. In the county's transaction, so that two at once are counted. */
export async function countDone(
  tx: Tx,
  { countyId, kind, by, since }: { countyId: string; kind: EventKind; by: string; since: Date },
): Promise<{ count: number; first: Date | null }> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`${kind} ${by}`}))`)
  const done = and(
    eq(eventTable.countyId, countyId),
    eq(eventTable.kind, kind),
    eq(eventTable.by, by),
    gte(eventTable.at, since),
  )
  const [row] = await tx
    .select({
      count: sql<number>`count(*)::int`,
      first: sql<number | null>`(extract(epoch from min(${eventTable.at})) * 1000)::float8`,
    })
    .from(eventTable)
    .where(done)
  return { count: row?.count ?? 0, first: row?.first === null || row === undefined ? null : new Date(row.first) }
}

/** The newest event of a kind since then, and whose it is. */
export async function newestSince(
  db: Reads,
  { countyId, kind, since }: { countyId: string; kind: EventKind; since: Date },
): Promise<{ at: Date; by: string; alias: string } | undefined> {
  const [row] = await db.execute<{ ms: number; by: string; alias: string }>(sql`
    select (extract(epoch from e.at) * 1000)::float8 as ms, p.id as by, p.alias
    from event e join person p on p.county_id = e.county_id and p.id = e.by
    where e.county_id = ${countyId} and e.kind = ${kind} and e.at >= ${since.toISOString()} order by e.at desc limit 1`)
  return row && { at: new Date(row.ms), by: row.by, alias: row.alias }
}

/** When the last thing that is known of the county happened. */
export async function lastHappening(db: Reads, countyId: string): Promise<Date | null> {
  const rows = await db.execute<{ ms: number }>(sql`
    select (extract(epoch from at) * 1000)::float8 as ms from event where county_id = ${countyId} order by id desc limit 1`)
  return rows[0] ? new Date(rows[0].ms) : null
}

/** Everybody who ever edited the order. */
export async function editorsOf(db: Reads, countyId: string, orderId: string): Promise<string[]> {
  const edits = and(
    eq(eventTable.countyId, countyId),
    eq(eventTable.orderId, orderId),
    eq(eventTable.kind, 'order.edited'),
  )
  const rows = await db.selectDistinct({ by: eventTable.by }).from(eventTable).where(edits)
  return rows.flatMap(({ by }) => (by === null ? [] : [by]))
}

/** Has this person ever edited the order? */
export async function hasEdited(db: Reads, countyId: string, orderId: string, personId: string): Promise<boolean> {
  const rows = await db
    .select({ id: eventTable.id })
    .from(eventTable)
    .where(
      and(
        eq(eventTable.countyId, countyId),
        eq(eventTable.orderId, orderId),
        eq(eventTable.kind, 'order.edited'),
        eq(eventTable.by, personId),
      ),
    )
    .limit(1)
  return rows.length > 0
}
