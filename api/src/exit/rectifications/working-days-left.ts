import type { Reads } from '@dj/db/connect.ts'
import { calendarBetween } from '@dj/db/queries/county/calendar.ts'
import { remainingWorkingDays } from '@dj/shared/platform/time/deadline.ts'
import { civilDateOf } from '@dj/shared/platform/time/quarter.ts'
import { oncePublished } from '@dj/shared/platform/time/working-days.ts'

/** How many working days are still to come after today; null when it is over, or no calendar says. */
export type WorkingDaysLeft = (deadline: Date | null) => number | null

/** Reads the calendar once for all these deadlines. */
export async function workingDaysLeft(
  db: Reads,
  countyId: string,
  deadlines: readonly (string | null)[],
  at: Date,
): Promise<WorkingDaysLeft> {
  const ends = deadlines.flatMap((each) => (each === null ? [] : new Date(each))).filter((each) => each > at)
  const last = new Date(Math.max(at.getTime(), ...ends.map((each) => each.getTime())))
  const calendar = await calendarBetween(db, countyId, civilDateOf(at), civilDateOf(last))
  return (deadline) => {
    if (deadline === null || deadline <= at) return null
    return oncePublished(() => remainingWorkingDays(calendar, deadline, at).days)
  }
}
