import { type SQL, sql } from 'drizzle-orm'
import type { Head, Link, SealableEvent } from '@dj/shared/platform/seal/chain.rules.ts'
import type { Reads } from '../../connect.ts'
import type { Tx } from '../../with-tx.ts'
import { textArray, uuidArray } from './array-params.ts'

const SEALING = 7_316_332
const NO_ID = '00000000-0000-0000-0000-000000000000'

/** One sealer of a county at a time, until the transaction ends. */
export async function lockSealing(tx: Tx, countyId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${SEALING}, ${Number(countyId)})`)
}

export async function lastSeal(db: Reads, countyId: string): Promise<Head | undefined> {
  const [row] = await db.execute<{ seq: number; hash: string }>(sql`
    select seq, hash from event_seal where county_id = ${countyId} order by seq desc limit 1`)
  return row && { seq: row.seq, hash: row.hash }
}

/** An event as the chain hashes it: every column, as text that names one value in one way. */
export const asText: SQL = sql`to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, e.by, e.claim_id as "claimId",
  e.county_id as "countyId", e.data::text as data, e.id, e.kind, e.need_id as "needId", e.order_id as "orderId", e.xid::text as xid`

// In a database brought over from another cluster numbers of transactions may lie ahead of the clock: those are passed over.
const last = (countyId: string): SQL => sql`select l.xid, l.id from event_seal s
  join event l on l.county_id = s.county_id and l.id = s.event_id
  where s.county_id = ${countyId} and l.xid < pg_snapshot_xmax(pg_current_snapshot()) order by s.seq desc limit 1`
const notSealed: SQL = sql`not exists (select from event_seal s where s.county_id = e.county_id and s.event_id = e.id)`

/** The next events in commit order that no transaction under way can come before any more. */
export async function unsealedEvents(tx: Tx, countyId: string, limit: number): Promise<SealableEvent[]> {
  return tx.execute<SealableEvent & Record<string, unknown>>(sql`
    with last as (${last(countyId)})
    select ${asText} from event e where e.county_id = ${countyId} and ${notSealed}
      and (e.xid, e.id) > (coalesce((select xid from last), '0'), coalesce((select id from last), ${NO_ID}::uuid))
      and (e.xid < pg_snapshot_xmin(pg_current_snapshot()) or e.xid >= pg_snapshot_xmax(pg_current_snapshot()))
    order by e.xid, e.id limit ${limit}`)
}

export async function insertSeals(
  tx: Tx,
  countyId: string,
  seals: readonly (Head & { eventId: string })[],
  at: Date,
): Promise<void> {
  const first = (seals[0]?.seq ?? 1) - 1
  await tx.execute(sql`
    insert into event_seal (county_id, seq, event_id, hash, sealed_at)
    select ${countyId}, ${first} + nth, event_id, hash, ${at.toISOString()}::timestamptz
    from unnest(${uuidArray(seals.map((seal) => seal.eventId))}, ${textArray(seals.map((seal) => seal.hash))})
      with ordinality as sealed (event_id, hash, nth)`)
}

/** The next places of the chain with the events that stand there now. */
export async function linksAfter(db: Reads, countyId: string, seq: number, limit: number): Promise<Link[]> {
  const rows = await db.execute<Omit<SealableEvent, 'id'> & { id: string | null; seq: number; hash: string }>(sql`
    select s.seq, s.hash, ${asText} from event_seal s left join event e on e.county_id = s.county_id and e.id = s.event_id
    where s.county_id = ${countyId} and s.seq > ${seq} order by s.seq limit ${limit}`)
  return rows.map(({ seq, hash, id, ...event }) => ({ seq, hash, event: id === null ? null : { ...event, id } }))
}

export async function hashAt(db: Reads, countyId: string, seq: number): Promise<string | undefined> {
  const rows = await db.execute<{ hash: string }>(sql`
    select hash from event_seal where county_id = ${countyId} and seq = ${seq}`)
  return rows[0]?.hash
}

/** The place before which an event was put in that the sealed ones should have had among them, if there is one. */
export async function firstBehind(db: Reads, countyId: string): Promise<number | undefined> {
  const rows = await db.execute<{ seq: number }>(sql`
    with last as (${last(countyId)}),
      late as (select e.xid, e.id from event e join last on (e.xid, e.id) < (last.xid, last.id)
        where e.county_id = ${countyId} and ${notSealed} order by e.xid, e.id limit 1)
    select min(s.seq) as seq from late join event f on f.county_id = ${countyId} and (f.xid, f.id) > (late.xid, late.id)
    join event_seal s on s.county_id = f.county_id and s.event_id = f.id having min(s.seq) is not null`)
  return rows[0]?.seq
}

export async function countUnsealed(db: Reads, countyId: string, before: Date): Promise<number> {
  const rows = await db.execute<{ n: number }>(sql`
    select count(*)::int as n from event e where e.county_id = ${countyId} and e.at < ${before.toISOString()}::timestamptz
      and ${notSealed}`)
  return rows[0]?.n ?? 0
}

/** The heads that were printed on bulletins (in their bodies, and in the events of their publication), anchored and counter-signed. */
export async function printedHeads(db: Reads, countyId: string): Promise<Head[]> {
  const rows = await db.execute<{ seq: number; hash: string }>(sql`
    select distinct (head ->> 'seq')::int as seq, head ->> 'hash' as hash from (
      select body -> 'chainHead' as head from bulletin where county_id = ${countyId}
      union all select data -> 'chainHead' from event where county_id = ${countyId} and kind = 'bulletin.published'
      union all select jsonb_build_object('seq', seq, 'hash', hash) from head_anchor where county_id = ${countyId}
      union all select data from event where county_id = ${countyId} and kind = 'chain.head_countersigned') printed
    where head is not null order by 1`)
  return rows.map(({ seq, hash }) => ({ seq, hash }))
}
