import { addDays, CivilDate, weekdayOf } from '../../platform/time/quarter.ts'
import type { ChangedDay, DayRule } from './calendar.schema.ts'
import { yearlyHolidays } from './notice/read-notice.ts'

/** Every day of the year: what is named as it is named, all others by the weekday. */
export function wholeYear(year: number, named: readonly DayRule[]): DayRule[] {
  const rules = new Map(named.map((rule) => [rule.day, rule]))
  const days: DayRule[] = []
  for (let day = CivilDate.parse(`${year}-01-01`); day.startsWith(`${year}-`); day = addDays(day, 1))
    days.push(rules.get(day) ?? { day, isWorking: weekdayOf(day) <= 5, note: null })
  return days
}

/** The holidays that nobody named: with one of them missing, a new year would silently be guessed by weekdays. */
export const holidaysNotNamed = (named: readonly DayRule[]): string[] =>
  yearlyHolidays.filter(
    (holiday) => !named.some(({ isWorking, note }) => !isWorking && note?.includes(holiday) === true),
  )

/**
 * What would change: of a year that is missing every day, of a year that is there the named days that differ, and nothing else.
 * `known`: the days that the county has. Days of a neighbouring year that is missing are left to that year's own notice.
 */
export function changedDays(
  named: readonly DayRule[],
  known: ReadonlyMap<string, DayRule>,
  year: number,
  yearIsKnown: boolean,
): ChangedDay[] {
  const inYear = ({ day }: DayRule) => day.startsWith(`${year}-`)
  const proposed = yearIsKnown ? named : [...wholeYear(year, named), ...named.filter((rule) => !inYear(rule))]
  return proposed.flatMap((rule): ChangedDay[] => {
    const before = known.get(rule.day)
    if (before === undefined) return inYear(rule) ? [{ ...rule, before: null }] : []
    const same = before.isWorking === rule.isWorking && before.note === rule.note
    return same ? [] : [{ ...rule, before: { isWorking: before.isWorking, note: before.note } }]
  })
}
