import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, CivilDate, weekdayOf } from './quarter.ts'
import {
  addWorkingDays,
  CalendarYearMissing,
  isWorkingDay,
  workingDaysBefore,
  workingDaysBetween,
  type Calendar,
} from './working-days.ts'

const day = (text: string) => CivilDate.parse(text)

/** 2026 with plain weekends, the National Day week off and Saturday 10 October worked. */
function calendar2026(): Calendar {
  const calendar = new Map<string, boolean>()
  for (let today = day('2026-01-01'); today <= '2026-12-31'; today = addDays(today, 1)) {
    const holiday = today >= '2026-10-01' && today <= '2026-10-07'
    calendar.set(today, today === '2026-10-10' || (!holiday && weekdayOf(today) <= 5))
  }
  return calendar
}

const calendar = calendar2026()
const dayIn2026 = fc.integer({ min: 0, max: 250 }).map((n) => addDays(day('2026-01-01'), n))

describe('working days', () => {
  test('skip weekends and holidays and count a worked Saturday', () => {
    expect(addWorkingDays(calendar, day('2026-09-30'), 1)).toBe('2026-10-08')
    expect(addWorkingDays(calendar, day('2026-09-30'), 3)).toBe('2026-10-10')
    expect(addWorkingDays(calendar, day('2026-10-02'), 1)).toBe('2026-10-08')
    expect(addWorkingDays(calendar, day('2026-11-20'), 1)).toBe('2026-11-23')
  })

  test('none after a day is the day itself', () => {
    fc.assert(
      fc.property(dayIn2026, (from) => {
        expect(addWorkingDays(calendar, from, 0)).toBe(from)
      }),
    )
  })

  test('counting undoes adding, and the day found is a working day', () => {
    fc.assert(
      fc.property(dayIn2026, fc.integer({ min: 1, max: 60 }), (from, n) => {
        const to = addWorkingDays(calendar, from, n)
        expect(isWorkingDay(calendar, to)).toBe(true)
        expect(workingDaysBetween(calendar, from, to)).toBe(n)
        expect(workingDaysBetween(calendar, to, from)).toBe(-n)
        expect(workingDaysBetween(calendar, from, addDays(to, -1))).toBe(n - 1)
      }),
    )
  })

  test('counts along three days add up', () => {
    fc.assert(
      fc.property(dayIn2026, dayIn2026, dayIn2026, (a, b, c) => {
        const between = (from: CivilDate, to: CivilDate) => workingDaysBetween(calendar, from, to)
        expect(between(a, b) + between(b, c)).toBe(between(a, c))
      }),
    )
  })

  test.each([-1, 1.5, Number.NaN])('%d is not a count of them', (n) => {
    expect(() => addWorkingDays(calendar, day('2026-11-20'), n)).toThrow(RangeError)
  })
})

describe('a year without a calendar', () => {
  test('is never guessed: the error names it', () => {
    const beyond = () => addWorkingDays(calendar, day('2026-12-30'), 2)
    expect(beyond).toThrow(CalendarYearMissing)
    expect(beyond).toThrow(expect.objectContaining({ code: 'calendar.year_missing', year: 2027 }))
    expect(() => workingDaysBetween(calendar, day('2026-12-30'), day('2027-01-02'))).toThrow(CalendarYearMissing)
    expect(() => isWorkingDay(calendar, day('2025-12-31'))).toThrow(CalendarYearMissing)
  })

  test('does not disturb what ends before it', () => {
    expect(addWorkingDays(calendar, day('2026-12-30'), 1)).toBe('2026-12-31')
  })
})

test('so many working days before a day are so many up to it again', () => {
  fc.assert(
    fc.property(dayIn2026, fc.integer({ min: 0, max: 25 }), (start, n) => {
      const today = addDays(start, 60)
      const before = workingDaysBefore(calendar, today, n)
      expect(workingDaysBetween(calendar, before, today)).toBe(n)
      expect(n === 0 || isWorkingDay(calendar, addDays(before, 1))).toBe(true)
    }),
  )
})
