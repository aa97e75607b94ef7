import { addDays, CivilDate, weekdayOf } from '../../platform/time/quarter.ts'
import type { CalendarReading } from './calendar-reading.ts'
import type { CalendarProposal, ChangedDay, DayRule } from './calendar.schema.ts'
import { readNotice, yearlyHolidays } from './notice/read-notice.ts'
import { readList } from './read-list.ts'

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
 * `known`: the days that the county has. Two names of one holiday are no change unless asked for by `withNames`.
 * Days of a neighbouring year that is missing are left to that year's own notice.
 */
export function changedDays(
  named: readonly DayRule[],
  known: ReadonlyMap<string, DayRule>,
  year: number,
  { yearIsKnown, withNames }: { yearIsKnown: boolean; withNames: boolean },
): ChangedDay[] {
  const inYear = ({ day }: DayRule) => day.startsWith(`${year}-`)
  const proposed = yearIsKnown ? named : [...wholeYear(year, named), ...named.filter((rule) => !inYear(rule))]
  return proposed.flatMap((rule): ChangedDay[] => {
    const before = known.get(rule.day)
    if (before === undefined) return inYear(rule) ? [{ ...rule, before: null }] : []
    const sameName = before.note === rule.note || (before.note !== null && !withNames)
    const same = before.isWorking === rule.isWorking && sameName
    return same ? [] : [{ ...rule, before: { isWorking: before.isWorking, note: before.note } }]
  })
}

/** The days that a proposal names, and what could not be read for certain. */
export function readProposal(proposal: CalendarProposal, year: number): CalendarReading {
  switch (proposal.source) {
    case 'notice':
      return readNotice(proposal.words, year)
    case 'list':
      return readList(proposal.words, year)
    case 'correction':
      return { days: proposal.days, statements: [], ignored: [], troubles: [] }
  }
}

/** Why a proposal may not be saved, or undefined. A day that the county had already may only be changed with a reason. */
export function proposalRefusal(
  proposal: CalendarProposal,
  changed: readonly ChangedDay[],
  year: number,
): 'calendar.day_not_in_year' | 'calendar.holidays_missing' | 'calendar.nothing_changes' | undefined {
  const bringsYear = changed.some(({ day, before }) => before === null && day.startsWith(`${year}-`))
  if (proposal.source === 'correction') {
    if (bringsYear || proposal.days.some(({ day }) => !day.startsWith(`${year}-`))) return 'calendar.day_not_in_year'
  } else if (bringsYear && holidaysNotNamed(changed).length > 0) return 'calendar.holidays_missing'
  return changed.length === 0 ? 'calendar.nothing_changes' : undefined
}

export const needsReason = (changed: readonly ChangedDay[]): boolean => changed.some(({ before }) => before !== null)
