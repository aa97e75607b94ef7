import type { Reads } from '@dj/db/connect.ts'
import { calendarBetween } from '@dj/db/queries/county/calendar.ts'
import { addDays, civilDateOf, endOfCivilDay } from '@dj/shared/platform/time/quarter.ts'
import { knownWorkingDaysBefore } from '@dj/shared/platform/time/working-days.ts'

export interface Unclaimed {
  /** Before each, an order must have been open to have waited so many working days. */
  since: Date[]
  /** The year of today where its calendar is not published: then the days before it alone are counted. */
  missingYear: number | null
}

/** Never fails for want of a calendar: whatever is counted as waiting has waited that long for certain. */
export async function unclaimedSince(
  db: Reads,
  countyId: string,
  at: Date,
  steps: readonly number[],
): Promise<Unclaimed> {
  const today = civilDateOf(at)
  const earliest = addDays(today, -3 * Math.max(...steps) - 30)
  const calendar = await calendarBetween(db, countyId, earliest, today)
  const since = steps.map((days) => endOfCivilDay(knownWorkingDaysBefore(calendar, today, days, earliest)))
  return { since, missingYear: calendar.has(today) ? null : Number(today.slice(0, 4)) }
}
