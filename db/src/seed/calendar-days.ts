import published from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
import { must } from '@dj/shared/platform/assert.ts'
import { addDays, CivilDate, weekdayOf } from '@dj/shared/platform/time/quarter.ts'
import { CalendarYearMissing } from '@dj/shared/platform/time/working-days.ts'

export type CalendarDay = { day: CivilDate; isWorking: boolean; note: string | null }

// Values read "National Day,国庆节,3". The library's functions guess unknown years and shift days west of Greenwich, so only its data is used.
type Arrangement = Readonly<Record<string, string>>
const holidays: Arrangement = published.holidays
const workdays: Arrangement = published.workdays

/** The years whose arrangement of holidays (法定节假日与调休) the library holds, ascending. */
export function calendarYears(): number[] {
  // 1 October is in every yearly notice, while days at the turn of a year also appear in the neighbour's notice.
  const nationalDays = Object.keys(holidays).filter((day) => day.endsWith('-10-01'))
  return nationalDays.map((day) => Number(day.slice(0, 4))).toSorted((a, b) => a - b)
}

/** Every day of the year, working or not, with the holiday that decides it. Throws `CalendarYearMissing` for an unpublished year. */
export function calendarDaysOf(year: number): CalendarDay[] {
  if (!calendarYears().includes(year)) throw new CalendarYearMissing(year)
  const days: CalendarDay[] = []
  for (let day = CivilDate.parse(`${year}-01-01`); day.startsWith(`${year}-`); day = addDays(day, 1)) {
    days.push(calendarDay(day))
  }
  return days
}

function calendarDay(day: CivilDate): CalendarDay {
  const workday = workdays[day]
  if (workday !== undefined) return { day, isWorking: true, note: `${nameIn(workday)}调休上班` }
  const holiday = holidays[day]
  if (holiday !== undefined) return { day, isWorking: false, note: nameIn(holiday) }
  return { day, isWorking: weekdayOf(day) <= 5, note: null }
}

const nameIn = (entry: string): string => must(entry.split(',')[1], `a name in "${entry}"`)
