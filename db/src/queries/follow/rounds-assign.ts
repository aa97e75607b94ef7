import { sql } from 'drizzle-orm'
import type { Tier } from '@dj/shared/county/organization/tier.ts'
import type { Reads } from '../../connect.ts'
import type { Tx } from '../../with-tx.ts'
import { uuidArray } from '../platform/array-params.ts'

interface Of {
  countyId: string
  roundId: string
}
export interface Assignment {
  orderId: string
  slot: number
  inspectorId: string
}

/** Who is active and holds an inspector's grant now, by id. */
export async function activeInspectors(db: Reads, countyId: string, at: Date): Promise<string[]> {
  const rows = await db.execute<{ id: string }>(sql`
    select p.id from person p where p.county_id = ${countyId} and p.status = 'active' and exists (
      select from role_grant g where g.county_id = p.county_id and g.person_id = p.id and g.role = 'inspector'
      and g.valid_from <= ${at.toISOString()}::timestamptz and coalesce(g.valid_until > ${at.toISOString()}::timestamptz, true)) order by p.id`)
  return rows.map((row) => row.id)
}

export type OpenSlot = { order_id: string; order_version: number; tier: Tier; slot: number; taken: string[] }

/** Every slot of what still waits (two of an A order, else one) that nobody holds, and who is on that order already. */
export async function openSlots(tx: Tx, { countyId, roundId }: Of, orderId?: string): Promise<OpenSlot[]> {
  const only = orderId === undefined ? sql`` : sql`and t.order_id = ${orderId}`
  return tx.execute<OpenSlot>(sql`
    select t.order_id, f.order_version, f.tier, g.slot, array(select a.inspector_id from assignment a where a.county_id = t.county_id
      and a.round_id = t.round_id and a.order_id = t.order_id and a.ended_at is null) as taken
    from target t join frame_entry f on f.county_id = t.county_id and f.round_id = t.round_id and f.order_id = t.order_id
    cross join lateral generate_series(1, case f.tier when 'A' then 2 else 1 end) as g(slot)
    where t.county_id = ${countyId} and t.round_id = ${roundId} and t.state in ('waiting', 'excuse_asked') ${only} and not exists (
      select from assignment a where a.county_id = t.county_id and a.round_id = t.round_id and a.order_id = t.order_id
      and a.slot = g.slot and a.ended_at is null)
    order by t.order_id, g.slot`)
}

/** Everybody who was ever assigned in the round, and how much each holds now. */
export async function loadsOf(db: Reads, { countyId, roundId }: Of): Promise<Map<string, number>> {
  const rows = await db.execute<{ id: string; n: number }>(sql`
    select inspector_id as id, (count(*) filter (where ended_at is null))::int as n from assignment
    where county_id = ${countyId} and round_id = ${roundId} group by inspector_id`)
  return new Map(rows.map(({ id, n }) => [id, n]))
}

/** Holds the orders against whoever claims them now: a claim under way is waited for and then seen. */
export async function holdTargets(tx: Tx, { countyId, roundId }: Of, orderId?: string): Promise<void> {
  const only = orderId === undefined ? sql`` : sql`and t.order_id = ${orderId}`
  await tx.execute(sql`
    select count(*) from (select o.id from demand_order o join target t on t.county_id = o.county_id and t.order_id = o.id
      where o.county_id = ${countyId} and t.round_id = ${roundId} ${only} order by o.id for share of o) held`)
}

const columns = (rows: readonly Assignment[]) => ({
  orders: uuidArray(rows.map((row) => row.orderId)),
  inspectors: uuidArray(rows.map((row) => row.inspectorId)),
  slots: sql`${`{${rows.map((row) => row.slot).join(',')}}`}::int[]`,
})

/** Makes each an inspector of the order. Returns those who are something else to it already: a claim or rating came first. */
export async function takeInspectorParts(tx: Tx, countyId: string, rows: readonly Assignment[]): Promise<Assignment[]> {
  const { orders, inspectors, slots } = columns(rows)
  await tx.execute(sql`
    insert into order_part (county_id, order_id, person_id, part)
    select ${countyId}, o, p, 'inspector' from unnest(${orders}, ${inspectors}) as u(o, p) order by o, p on conflict do nothing`)
  const other = await tx.execute<{ order_id: string; person_id: string; slot: number }>(sql`
    select q.order_id, q.person_id, u.slot from unnest(${orders}, ${inspectors}, ${slots}) as u(o, p, slot)
    join order_part q on q.county_id = ${countyId} and q.order_id = u.o and q.person_id = u.p and q.part <> 'inspector'`)
  return other.map((row) => ({ orderId: row.order_id, inspectorId: row.person_id, slot: row.slot }))
}

/** Errors: the constraints assignment_one_live_per_slot, _two_different_inspectors and _makes_an_inspector. */
export async function insertAssignments(
  tx: Tx,
  of: Of,
  rows: readonly Assignment[],
  { at, deal }: { at: Date; deal: number },
): Promise<void> {
  const { orders, inspectors, slots } = columns(rows)
  await tx.execute(sql`
    insert into assignment (county_id, round_id, order_id, slot, nth, inspector_id, assigned_at, deal)
    select ${of.countyId}, ${of.roundId}, o, s, 1 + coalesce((select max(nth) from assignment a where a.county_id = ${of.countyId}
      and a.round_id = ${of.roundId} and a.order_id = o and a.slot = s), 0), p, ${at.toISOString()}::timestamptz, ${deal}::int
    from unnest(${orders}, ${inspectors}, ${slots}) as u(o, p, s)`)
}

export type LiveAssignment = { order_id: string; slot: number; inspector_id: string }

/** Who is to check what and has not yet. */
export async function pendingAssignments(db: Reads, { countyId, roundId }: Of, orderId?: string) {
  const only = orderId === undefined ? sql`` : sql`and a.order_id = ${orderId}`
  return db.execute<LiveAssignment>(sql`
    select a.order_id, a.slot, a.inspector_id from assignment a
    join target t on t.county_id = a.county_id and t.round_id = a.round_id and t.order_id = a.order_id
    where a.county_id = ${countyId} and a.round_id = ${roundId} and a.ended_at is null and t.state in ('waiting', 'excuse_asked') ${only}
      and not exists (select from finding f where f.county_id = a.county_id and f.round_id = a.round_id and f.order_id = a.order_id
        and f.inspector_id = a.inspector_id and f.state = 'final')`)
}

/** Ends it with its reason; the row stays. */
export async function endAssignment(tx: Tx, of: Of, held: LiveAssignment, end: { at: Date; reason: string }) {
  await tx.execute(sql`
    update assignment set ended_at = ${end.at.toISOString()}::timestamptz, end_reason = ${end.reason}
    where county_id = ${of.countyId} and round_id = ${of.roundId} and order_id = ${held.order_id} and slot = ${held.slot} and ended_at is null`)
}
