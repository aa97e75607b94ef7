import { and, between, eq } from 'drizzle-orm'
import type { Calendar } from '@dj/shared/platform/time/working-days.ts'
import type { CivilDate } from '@dj/shared/platform/time/quarter.ts'
import type { Reads } from '../../connect.ts'
import { calendarDayTable } from '../../tables/county/county.table.ts'
import type { Tx } from '../../with-tx.ts'

/** The working-day calendar between two civil dates, both included. Days without a row are unknown, not working days. */
export async function calendarBetween(
  db: Reads,
  countyId: string,
  from: CivilDate,
  until: CivilDate,
): Promise<Calendar> {
  const rows = await db
    .select({ day: calendarDayTable.day, isWorking: calendarDayTable.isWorking })
    .from(calendarDayTable)
    .where(and(eq(calendarDayTable.countyId, countyId), between(calendarDayTable.day, from, until)))
  return new Map(rows.map((row) => [row.day, row.isWorking]))
}

export async function insertCalendarDays(
  tx: Tx,
  rows: readonly (typeof calendarDayTable.$inferInsert)[],
): Promise<void> {
  if (rows.length > 0)
    await tx
      .insert(calendarDayTable)
      .values([...rows])
      .onConflictDoNothing()
}
