import { calendarDaysOf, calendarYears } from '@dj/db/seed/calendar-days.ts'
import {
  addDays,
  type CivilDate,
  civilDateOf,
  daysBetween,
  previousQuarter,
  type Quarter,
  quarterBounds,
  quarterOfDay,
} from '@dj/shared/platform/time/quarter.ts'
import { type Calendar, isWorkingDay, workingDaysBefore } from '@dj/shared/platform/time/working-days.ts'

/** A round of the demo: its quarter, and how many days ago each act took place. */
export interface PastRound {
  quarter: Quarter
  dueOn: CivilDate
  publicValueOn: CivilDate
  opened: number
  committed: number
  frozen: number
  value: number
  drawn: number
}
/** When the demo county did what, in days before now. */
export interface Past {
  begins: number
  hotline: number
  imported: number
  rounds: {
    closed: PastRound & { inspected: number; closing: number; published: number }
    /** `overdue` and `nearlyDue`: when the notices were issued whose lights are now red and yellow; a new one needs the holidays of its deadline. */
    running: PastRound & { overdue: number; nearlyDue: number; deadlineIsKnown: boolean }
  } | null
}

export const withoutRounds: Past = { begins: 62, hotline: 60, imported: 22, rounds: null }

const DEADLINE_WORKING_DAYS = 15
const LONGEST = 175

/** Two rounds, so that every light of a rectification burns today and tomorrow; none where the holidays of those days are not known. */
export function pastOf(now: Date): Past {
  const today = civilDateOf(now)
  const years = [addDays(today, -LONGEST), today, addDays(today, 10)].map(yearOf)
  if (years.some((year) => !calendarYears().includes(year))) return withoutRounds
  const deadlineIsKnown = calendarYears().includes(yearOf(addDays(today, 30)))
  const calendar = new Map([...new Set(years)].flatMap(calendarDaysOf).map(({ day, isWorking }) => [day, isWorking]))
  const dueAgo = (due: CivilDate) => daysBetween(workingDaysBefore(calendar, due, DEADLINE_WORKING_DAYS), today)
  const overdue = dueAgo(addDays(today, -2))
  const drawn = overdue + 1
  const quarter = quarterOfDay(addDays(today, -drawn - 7))
  const begun = daysBetween(firstDay(quarter), today)
  const running = { overdue, deadlineIsKnown, nearlyDue: dueAgo(nextWorkingDay(calendar, addDays(today, 2))) }
  const later = addDays(today, 14) > lastDay(quarter) ? addDays(today, 14) : lastDay(quarter)
  const closed = { inspected: begun + 10, closing: begun - 2, published: begun - 3 }
  const last = previousQuarter(quarter)
  const hotline = Math.max(withoutRounds.hotline, begun + 23)
  return {
    ...{ begins: hotline + 2, hotline, imported: overdue + 10 },
    rounds: {
      closed: { ...closed, ...roundOf(last, begun + 12, { today, dueOn: addDays(lastDay(last), 10) }) },
      running: { ...running, ...roundOf(quarter, drawn, { today, dueOn: later }) },
    },
  }
}

const yearOf = (day: CivilDate): number => Number(day.slice(0, 4))
const roundOf = (quarter: Quarter, drawn: number, { today, dueOn }: { today: CivilDate; dueOn: CivilDate }) => ({
  ...{ quarter, dueOn, publicValueOn: addDays(today, -drawn - 1) },
  ...{ opened: drawn + 7, committed: drawn + 6, frozen: drawn + 5, value: drawn + 1, drawn },
})
const firstDay = (quarter: Quarter) => civilDateOf(quarterBounds(quarter).from)
const lastDay = (quarter: Quarter) => addDays(civilDateOf(quarterBounds(quarter).until), -1)

function nextWorkingDay(calendar: Calendar, from: CivilDate): CivilDate {
  let day = from
  while (!isWorkingDay(calendar, day)) day = addDays(day, 1)
  return day
}
