import type { Reads } from '@dj/db/connect.ts'
import { calendarBetween } from '@dj/db/queries/county/calendar.ts'
import { deadlineAfterWorkingDays } from '@dj/shared/platform/time/deadline.ts'
import { addDays, civilDateOf } from '@dj/shared/platform/time/quarter.ts'

/** When the first response is due, so many working days after `at`. Throws CalendarYearMissing. */
export async function respondBy(db: Reads, countyId: string, at: Date, workingDays: number): Promise<Date> {
  const today = civilDateOf(at)
  // No run of days off is longer than a month.
  const calendar = await calendarBetween(db, countyId, today, addDays(today, workingDays * 2 + 31))
  return deadlineAfterWorkingDays(calendar, at, workingDays)
}
