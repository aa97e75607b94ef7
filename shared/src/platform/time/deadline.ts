import { addDays, civilDateOf, daysBetween, endOfCivilDay, type CivilDate } from './quarter.ts'
import { addWorkingDays, oncePublished, workingDaysBetween, type Calendar } from './working-days.ts'

/** Days still to come after today (0: today is the last) and days past the last one. In working days both can be 0 when `overdue`. */
export type Remaining = { days: number; overdueDays: number; overdue: boolean }

/** The end of the n-th working day after the day of `at`, exclusive. Throws `CalendarYearMissing`. */
export function deadlineAfterWorkingDays(calendar: Calendar, at: Date, n: number): Date {
  return endOfCivilDay(addWorkingDays(calendar, civilDateOf(at), n))
}

/** So many working days after the day of `from`. `until` is exclusive, and null while the calendar of that year is not published. */
export interface WorkingTerm {
  from: Date
  days: number
  until: Date | null
}

export const workingTerm = (calendar: Calendar, from: Date, days: number): WorkingTerm => ({
  ...{ from, days },
  until: oncePublished(() => deadlineAfterWorkingDays(calendar, from, days)),
})

/** Does `a` end after `b`? What waits lies beyond the calendar, after all that has an end; of two that wait, weeks of five days tell. */
export function endsLater(a: WorkingTerm, b: WorkingTerm): boolean {
  if (a.until !== null && b.until !== null) return a.until > b.until
  if (a.until !== null || b.until !== null) return a.until === null
  const roughly = ({ from, days }: WorkingTerm) => addDays(civilDateOf(from), Math.floor(days / 5) * 7 + (days % 5))
  return roughly(a) > roughly(b)
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
