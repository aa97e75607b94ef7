import type { Reads } from '@dj/db/connect.ts'
import { calendarBetween } from '@dj/db/queries/county/calendar.ts'
import { addDays, civilDateOf, endOfCivilDay } from '@dj/shared/platform/time/quarter.ts'
import { workingDaysBefore } from '@dj/shared/platform/time/working-days.ts'

/** The instants before which an order must have been open to have waited so many working days each. Errors: calendar.year_missing. */
export async function unclaimedSince(db: Reads, countyId: string, at: Date, steps: readonly number[]): Promise<Date[]> {
  const today = civilDateOf(at)
  const calendar = await calendarBetween(db, countyId, addDays(today, -3 * Math.max(...steps) - 30), today)
  return steps.map((days) => endOfCivilDay(workingDaysBefore(calendar, today, days)))
}
