import { execFileSync } from 'node:child_process'
import { must } from '@dj/shared/platform/assert.ts'
import { CalendarYearMissing } from '@dj/shared/platform/time/working-days.ts'
import { describe, expect, test } from 'vitest'
import { calendarDaysOf, calendarYears } from './calendar-days.ts'

const days2026 = new Map(calendarDaysOf(2026).map(({ day, isWorking, note }) => [String(day), { isWorking, note }]))
const on = (day: string) => must(days2026.get(day), day)

// The library mixes UTC and local days, wrong west of Greenwich, so it is asked in a process of its own that lives in UTC.
function libraryWorkdays(days: readonly string[]): string[] {
  const program = `
    const days = JSON.parse(require('node:fs').readFileSync(0, 'utf8'))
    console.log(JSON.stringify(days.filter((day) => require('chinese-days').isWorkday(day))))`
  const inUtc = { cwd: import.meta.dirname, env: { ...process.env, TZ: 'UTC' }, input: JSON.stringify(days) }
  return JSON.parse(execFileSync(process.execPath, ['-e', program], inUtc).toString())
}

describe('the working days of 2026', () => {
  test('hold every day of the year once, in order', () => {
    const days = calendarDaysOf(2026).map(({ day }) => day)
    expect(days).toHaveLength(365)
    expect(new Set(days).size).toBe(365)
    expect([days.at(0), days.at(-1)]).toEqual(['2026-01-01', '2026-12-31'])
    expect(calendarDaysOf(2024)).toHaveLength(366)
  })

  test.each(['2026-02-15', '2026-02-16', '2026-02-17', '2026-02-20', '2026-02-23'])('%s is free for 春节', (day) => {
    expect(on(day)).toEqual({ isWorking: false, note: '春节' })
  })

  test('National Day takes 1 to 7 October', () => {
    const free = ['01', '02', '03', '04', '05', '06', '07'].map((day) => on(`2026-10-${day}`))
    expect(free).toEqual(free.map(() => ({ isWorking: false, note: '国庆节' })))
    expect(on('2026-10-08')).toEqual({ isWorking: true, note: null })
  })

  test.each([
    ['2026-01-04', '元旦调休上班'], // a Sunday
    ['2026-02-14', '春节调休上班'],
    ['2026-09-20', '国庆节调休上班'], // a Sunday
    ['2026-10-10', '国庆节调休上班'],
  ])('%s is a worked day of the weekend: %s', (day, note) => {
    expect(on(day)).toEqual({ isWorking: true, note })
  })

  test('other days follow the week', () => {
    expect(on('2026-11-20')).toEqual({ isWorking: true, note: null })
    expect(on('2026-11-21')).toEqual({ isWorking: false, note: null })
    expect(on('2026-11-22')).toEqual({ isWorking: false, note: null })
  })
})

describe('the years the library holds', () => {
  test('are without a gap, and 2026 is one of them', () => {
    const years = calendarYears()
    const [first, last] = [must(years.at(0), 'a first year'), must(years.at(-1), 'a last year')]
    expect(years).toEqual(Array.from({ length: last - first + 1 }, (_, n) => first + n))
    expect(years).toContain(2026)
  })

  test('agree with its own functions on every day', () => {
    const days = calendarYears().flatMap((year) => calendarDaysOf(year))
    const working = days.filter(({ isWorking }) => isWorking).map(({ day }) => day)
    expect(libraryWorkdays(days.map(({ day }) => day))).toEqual(working)
  })

  test('end: the year after the last one is refused, though the library would call its National Day a working day', () => {
    const unknown = must(calendarYears().at(-1), 'a last year') + 1
    expect(() => calendarDaysOf(unknown)).toThrow(CalendarYearMissing)
    expect(() => calendarDaysOf(unknown)).toThrow(
      expect.objectContaining({ code: 'calendar.year_missing', year: unknown }),
    )
    const national = ['01', '02', '03', '04', '05', '06', '07'].map((day) => `${unknown}-10-${day}`)
    expect(libraryWorkdays(national).length).toBeGreaterThan(0)
  })
})
