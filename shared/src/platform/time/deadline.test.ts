import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deadlineAfterDays, deadlineAfterWorkingDays, lastDayOf, remaining, remainingWorkingDays } from './deadline.ts'
import { addDays, CivilDate, civilDateOf, weekdayOf } from './quarter.ts'
import { CalendarYearMissing, type Calendar } from './working-days.ts'

const firstDay = CivilDate.parse('2026-01-01')
const calendar: Calendar = new Map(
  Array.from({ length: 365 }, (_, n) => addDays(firstDay, n)).map((day) => [day, weekdayOf(day) <= 5]),
)
const instants = fc.date({
  min: new Date('2026-01-01T00:00+08:00'),
  max: new Date('2026-09-30T23:59+08:00'),
  noInvalidDate: true,
})
const at = (text: string) => new Date(`${text}+08:00`)

describe('a deadline', () => {
  test('lasts to the end of its last day in Asia/Shanghai', () => {
    expect(deadlineAfterDays(at('2026-11-20T00:00:00'), 7)).toEqual(at('2026-11-28T00:00:00'))
    expect(deadlineAfterDays(at('2026-11-20T23:59:59.999'), 7)).toEqual(at('2026-11-28T00:00:00'))
    expect(deadlineAfterDays(at('2026-11-20T12:00:00'), 0)).toEqual(at('2026-11-21T00:00:00'))
  })

  test('in working days passes over the weekend', () => {
    const friday = at('2026-11-20T09:00:00')
    expect(deadlineAfterWorkingDays(calendar, friday, 2)).toEqual(at('2026-11-25T00:00:00'))
  })

  test('in a year without a calendar is refused', () => {
    expect(() => deadlineAfterWorkingDays(calendar, at('2026-12-30T09:00:00'), 5)).toThrow(CalendarYearMissing)
  })

  test('names the last day on which it is kept', () => {
    expect(lastDayOf(at('2026-11-25T00:00:00'))).toBe('2026-11-24')
    expect(lastDayOf(at('2026-11-25T10:00:00'))).toBe('2026-11-25')
  })
})

describe('what is left of a deadline', () => {
  const deadline = at('2026-11-21T00:00:00') // the end of Friday the 20th

  test.each([
    ['2026-11-18T08:00:00', { days: 2, overdueDays: 0, overdue: false }],
    ['2026-11-20T23:59:59.999', { days: 0, overdueDays: 0, overdue: false }],
    ['2026-11-21T00:00:00', { days: 0, overdueDays: 1, overdue: true }],
    ['2026-11-23T08:00:00', { days: 0, overdueDays: 3, overdue: true }],
  ])('at %s is counted in days', (now, left) => {
    expect(remaining(deadline, at(now))).toEqual(left)
  })

  test.each([
    ['2026-11-13T08:00:00', { days: 5, overdueDays: 0, overdue: false }],
    ['2026-11-20T08:00:00', { days: 0, overdueDays: 0, overdue: false }],
    ['2026-11-22T08:00:00', { days: 0, overdueDays: 0, overdue: true }],
    ['2026-11-24T08:00:00', { days: 0, overdueDays: 2, overdue: true }],
  ])('at %s is counted in working days, and a weekend adds none', (now, left) => {
    expect(remainingWorkingDays(calendar, deadline, at(now))).toEqual(left)
  })

  test('is what was given, at the moment it was given', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 0, max: 60 }), (now, n) => {
        expect(remaining(deadlineAfterDays(now, n), now)).toEqual({ days: n, overdueDays: 0, overdue: false })
        const working = deadlineAfterWorkingDays(calendar, now, n)
        expect(remainingWorkingDays(calendar, working, now)).toEqual({ days: n, overdueDays: 0, overdue: false })
      }),
    )
  })

  test('is overdue exactly from the deadline on, for a deadline within a day too', () => {
    fc.assert(
      fc.property(instants, instants, (due, now) => {
        const left = remaining(due, now)
        expect(left.overdue).toBe(now >= due)
        expect(left.days - left.overdueDays).toBe(
          (Date.parse(lastDayOf(due)) - Date.parse(civilDateOf(now))) / 86_400_000,
        )
        expect(Math.min(left.days, left.overdueDays)).toBe(0)
      }),
    )
  })
})
