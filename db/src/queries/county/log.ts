import { and, desc, eq, lt } from 'drizzle-orm'
import type { Reads } from '../../connect.ts'
import { eventTable } from '../../tables/platform/event.table.ts'

/** Events of the county, the last first: their ids ascend in time. */
export async function listLog(
  db: Reads,
  countyId: string,
  filter: { kind?: string | undefined; by?: string | undefined; before: string | null; limit: number },
) {
  const { kind, by, before, limit } = filter
  return db
    .select()
    .from(eventTable)
    .where(
      and(
        eq(eventTable.countyId, countyId),
        kind ? eq(eventTable.kind, kind) : undefined,
        by ? eq(eventTable.by, by) : undefined,
        before ? lt(eventTable.id, before) : undefined,
      ),
    )
    .orderBy(desc(eventTable.id))
    .limit(limit)
}
