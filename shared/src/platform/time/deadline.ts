import { addDays, civilDateOf, daysBetween, endOfCivilDay, type CivilDate } from './quarter.ts'
import { addWorkingDays, workingDaysBetween, type Calendar } from './working-days.ts'

/** Days still to come after today (0: today is the last) and days past the last one. In working days both can be 0 when `overdue`. */
export type Remaining = { days: number; overdueDays: number; overdue: boolean }

/** The end of the n-th working day after the day of `at`, exclusive. Throws `CalendarYearMissing`. */
export function deadlineAfterWorkingDays(calendar: Calendar, at: Date, n: number): Date {
  return endOfCivilDay(addWorkingDays(calendar, civilDateOf(at), n))
}

/** The end of the n-th day after the day of `at`, exclusive. */
export function deadlineAfterDays(at: Date, n: number): Date {
  return endOfCivilDay(addDays(civilDateOf(at), n))
}

/** The last day on which the deadline is still kept: a deadline is exclusive, so midnight belongs to the day before. */
export function lastDayOf(deadline: Date): CivilDate {
  return civilDateOf(new Date(deadline.getTime() - 1))
}

/** What is left of a deadline, in civil days of Asia/Shanghai. */
export function remaining(deadline: Date, at: Date): Remaining {
  return split(daysBetween(civilDateOf(at), lastDayOf(deadline)), at >= deadline)
}

/** What is left of a deadline, in working days. Throws `CalendarYearMissing`. */
export function remainingWorkingDays(calendar: Calendar, deadline: Date, at: Date): Remaining {
  return split(workingDaysBetween(calendar, civilDateOf(at), lastDayOf(deadline)), at >= deadline)
}

const split = (left: number, overdue: boolean): Remaining => ({
  days: overdue ? 0 : left,
  overdueDays: overdue ? 0 - left : 0,
  overdue,
})
