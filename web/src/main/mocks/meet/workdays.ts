import { deadlineAfterWorkingDays, remainingWorkingDays } from '@dj/shared/platform/time/deadline.ts'
import { addDays, civilDateOf, weekdayOf } from '@dj/shared/platform/time/quarter.ts'

const today = civilDateOf(new Date())
const days = Array.from({ length: 800 }, (_, nth) => addDays(today, nth - 400))
/** Plain weeks without holidays, which a demo need not know. */
const calendar = new Map(days.map((day): [string, boolean] => [day, weekdayOf(day) <= 5]))

export const afterWorkingDays = (at: Date, n: number): string => deadlineAfterWorkingDays(calendar, at, n).toISOString()

/** Null once it is over. */
export const workingDaysLeft = (deadline: string, at: Date): number | null =>
  new Date(deadline) <= at ? null : remainingWorkingDays(calendar, new Date(deadline), at).days
