import { and, between, eq, max } from 'drizzle-orm'
import type { DayRule } from '@dj/shared/county/calendar/calendar.schema.ts'
import type { Calendar } from '@dj/shared/platform/time/working-days.ts'
import type { CivilDate } from '@dj/shared/platform/time/quarter.ts'
import type { Reads } from '../../connect.ts'
import { calendarChangeTable } from '../../tables/county/calendar-change.table.ts'
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

/** Is every day of the year there? */
export async function yearIsKnown(db: Reads, countyId: string, year: number): Promise<boolean> {
  const [from, until] = [`${year}-01-01`, `${year}-12-31`]
  const { countyId: county, day } = calendarDayTable
  return (await db.$count(calendarDayTable, and(eq(county, countyId), between(day, from, until)))) >= 365
}

export async function insertCalendarDays(tx: Tx, countyId: string, days: readonly DayRule[]): Promise<void> {
  if (days.length === 0) return
  const rows = days.map((day) => ({ countyId, ...day }))
  await tx.insert(calendarDayTable).values(rows).onConflictDoNothing()
}

/** How often the calendar was changed; 0 as the county began. */
export async function calendarVersion(db: Reads, countyId: string): Promise<number> {
  const { version } = calendarChangeTable
  const [row] = await db
    .select({ newest: max(version) })
    .from(calendarChangeTable)
    .where(eq(calendarChangeTable.countyId, countyId))
  return row?.newest ?? 0
}

export async function insertCalendarChange(tx: Tx, row: typeof calendarChangeTable.$inferInsert): Promise<void> {
  await tx.insert(calendarChangeTable).values(row)
}
