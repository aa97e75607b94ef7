import type { Reads } from '@dj/db/connect.ts'
import { calendarBetween } from '@dj/db/queries/county/calendar.ts'
import { type WorkingTerm, workingTerm } from '@dj/shared/platform/time/deadline.ts'
import { addDays, civilDateOf } from '@dj/shared/platform/time/quarter.ts'

/** A term of so many working days by the county's calendar; its end waits where the calendar does not reach. */
export async function workingTermFrom(db: Reads, countyId: string, from: Date, days: number): Promise<WorkingTerm> {
  const day = civilDateOf(from)
  // Far more days than the longest holidays can stretch it to.
  const calendar = await calendarBetween(db, countyId, day, addDays(day, days * 3 + 30))
  return workingTerm(calendar, from, days)
}
