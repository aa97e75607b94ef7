import type { DayRule } from '@dj/shared/county/calendar/calendar.schema.ts'
import { addDays, type CivilDate, weekdayOf } from '@dj/shared/platform/time/quarter.ts'

/** 休: free by a holiday. 班: a worked day of the weekend. Else the weekday tells. */
export type DayMark = 'free' | 'worked' | 'weekend' | 'plain'

export function markOf({ day, isWorking, note }: DayRule): DayMark {
  const isWeekend = weekdayOf(day) > 5
  if (isWorking) return isWeekend ? 'worked' : 'plain'
  return !isWeekend || note !== null ? 'free' : 'weekend'
}

export const monthsOf = (days: readonly DayRule[]): readonly (readonly DayRule[])[] => [
  ...Map.groupBy(days, ({ day }) => day.slice(0, 7)).values(),
]

/** The weeks of a month from Monday to Sunday; undefined where another month's day would stand. */
export function weeksOf(days: readonly DayRule[]): (DayRule | undefined)[][] {
  const [first] = days
  const cells = [...Array.from<undefined>({ length: first === undefined ? 0 : weekdayOf(first.day) - 1 }), ...days]
  const weeks = Array.from({ length: Math.ceil(cells.length / 7) }, (_, n) => cells.slice(n * 7, n * 7 + 7))
  return weeks.map((week) => [...week, ...Array.from<undefined>({ length: 7 - week.length })])
}

export interface Stretch {
  readonly from: CivilDate
  readonly until: CivilDate
  readonly isWorking: boolean
  readonly note: string | null
}

/** Days that follow each other and are arranged alike, as one. */
export function stretchesOf(days: readonly DayRule[]): Stretch[] {
  const found: Stretch[] = []
  for (const { day, isWorking, note } of days.toSorted((a, b) => (a.day < b.day ? -1 : 1))) {
    const last = found.at(-1)
    const goesOn = last?.isWorking === isWorking && last.note === note && addDays(last.until, 1) === day
    if (goesOn) found[found.length - 1] = { ...last, until: day }
    else found.push({ from: day, until: day, isWorking, note })
  }
  return found
}

const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }

/** The day an arrow key leads to, within the same year. */
export function dayBeside(day: CivilDate, key: string): CivilDate | undefined {
  const step = steps[key]
  const next = step === undefined ? undefined : addDays(day, step)
  return next?.slice(0, 4) === day.slice(0, 4) ? next : undefined
}
