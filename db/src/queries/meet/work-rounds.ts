import { sql } from 'drizzle-orm'
import type { Reads } from '../../connect.ts'
import type { RoundRow } from '../follow/rounds.ts'
import { type Sight, seenBy } from '../follow/rounds-targets.ts'
import { roundTable } from '../../tables/follow/round.table.ts'

/** Rounds that still ask something of somebody: not over yet, or closed without a bulletin. */
export async function unfinishedRounds(db: Reads, countyId: string): Promise<RoundRow[]> {
  return db
    .select()
    .from(roundTable)
    .where(
      sql`${roundTable.countyId} = ${countyId} and (${roundTable.state} in ('planned', 'frozen', 'drawn', 'running', 'closing')
        or ${roundTable.state} = 'closed' and not exists (select from bulletin b where b.county_id = ${roundTable.countyId} and b.round_id = ${roundTable.id}))`,
    )
    .orderBy(roundTable.quarter)
}

/** An order of a round that waits, and since when. */
export type CheckRow = { round_id: string; order_id: string; title: string; since: string; due_on: string }

/** What this inspector has still to report on; the sample is told to its inspectors alone. */
export async function visitsToMake(
  db: Reads,
  { countyId, inspectorId }: { countyId: string; inspectorId: string },
  limit: number,
): Promise<CheckRow[]> {
  return db.execute<CheckRow>(sql`
    select a.round_id, a.order_id, o.title, a.assigned_at::text as since, r.due_on
    from assignment a join round r on r.county_id = a.county_id and r.id = a.round_id
    join target t on t.county_id = a.county_id and t.round_id = a.round_id and t.order_id = a.order_id
    join demand_order o on o.county_id = a.county_id and o.id = a.order_id
    where a.county_id = ${countyId} and a.inspector_id = ${inspectorId} and a.ended_at is null and r.state in ('running', 'closing')
      and t.state in ('waiting', 'excuse_asked') and not exists (select from finding f where f.county_id = a.county_id
        and f.round_id = a.round_id and f.order_id = a.order_id and f.inspector_id = a.inspector_id and f.state = 'final')
    order by r.due_on, a.assigned_at, o.number limit ${limit}`)
}

/** Excuses that somebody else asked for, among the targets the viewer may see. */
export async function excusesToDecide(
  db: Reads,
  of: { countyId: string; roundId: string },
  sight: Sight,
  limit: number,
): Promise<CheckRow[]> {
  const { countyId, roundId } = of
  return db.execute<CheckRow>(sql`
    select t.round_id, t.order_id, o.title, r.due_on, coalesce((select max(e.at) from event e where e.county_id = t.county_id
        and e.order_id = t.order_id and e.kind = 'round.excuse_asked'), r.drawn_at, r.opened_at)::text as since
    from target t join round r on r.county_id = t.county_id and r.id = t.round_id
    join frame_entry f on f.county_id = t.county_id and f.round_id = t.round_id and f.order_id = t.order_id
    join demand_order o on o.county_id = t.county_id and o.id = t.order_id
    where t.county_id = ${countyId} and t.round_id = ${roundId} and t.state = 'excuse_asked'
      and t.excuse_asked_by <> ${sight.inspectorId} and ${seenBy(sight)}
    order by since limit ${limit}`)
}
