import { addDays, type CivilDate } from './quarter.ts'

/** Civil date → is it a working day? Holds whole years; a year that is not held is unknown, not free of holidays. */
export type Calendar = ReadonlyMap<string, boolean>

/** A deadline needs a year whose holidays are not known yet. Never guessed: the county must bring the calendar in first. */
export class CalendarYearMissing extends Error {
  override readonly name = 'CalendarYearMissing'
  readonly code = 'calendar.year_missing'
  readonly year: number

  constructor(year: number) {
    super(`no working-day calendar for ${year}`)
    this.year = year
  }
}

/** What the calendar says, or null where it does not hold the year: for whatever may not fail for want of one. */
export function oncePublished<T>(ask: () => T): T | null {
  try {
    return ask()
  } catch (error) {
    if (error instanceof CalendarYearMissing) return null
    throw error
  }
}

/** Throws `CalendarYearMissing` for a day the calendar does not hold. */
export function isWorkingDay(calendar: Calendar, day: CivilDate): boolean {
  const working = calendar.get(day)
  if (working === undefined) throw new CalendarYearMissing(Number(day.slice(0, 4)))
  return working
}

/** The n-th working day after `from`; `from` itself for 0, working or not. Throws `CalendarYearMissing`. */
export function addWorkingDays(calendar: Calendar, from: CivilDate, n: number): CivilDate {
  if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(`not a count of working days: ${n}`)
  let day = from
  for (let left = n; left > 0;) {
    day = addDays(day, 1)
    if (isWorkingDay(calendar, day)) left -= 1
  }
  return day
}

/** Working days after `from` up to and including `to`; negative when `to` is earlier. Throws `CalendarYearMissing`. */
export function workingDaysBetween(calendar: Calendar, from: CivilDate, to: CivilDate): number {
  if (to < from) return 0 - workingDaysBetween(calendar, to, from)
  let count = 0
  for (let day = from; day < to;) {
    day = addDays(day, 1)
    if (isWorkingDay(calendar, day)) count += 1
  }
  return count
}

/** As `workingDaysBefore`, of the days that the calendar knows, and not before `earliest`: so many working days have passed for certain. */
export function knownWorkingDaysBefore(calendar: Calendar, day: CivilDate, n: number, earliest: CivilDate): CivilDate {
  let earlier = day
  for (let left = n; left > 0 && earlier > earliest;) {
    if (calendar.get(earlier)) left -= 1
    earlier = addDays(earlier, -1)
  }
  return earlier
}

/** The latest day after which `n` working days have passed up to and including `day`. Throws `CalendarYearMissing`. */
export function workingDaysBefore(calendar: Calendar, day: CivilDate, n: number): CivilDate {
  let earlier = day
  for (let left = n; left > 0;) {
    if (isWorkingDay(calendar, earlier)) left -= 1
    earlier = addDays(earlier, -1)
  }
  return earlier
}
