import { calendarDaysOf } from '@dj/db/seed/calendar-days.ts'
import { must } from '@dj/shared/platform/assert.ts'
import { deadlineAfterWorkingDays } from '@dj/shared/platform/time/deadline.ts'
import { civilDateOf, previousQuarter, quarterOf } from '@dj/shared/platform/time/quarter.ts'
import { rectificationLight } from '@dj/shared/exit/rectification/rectification.rules.ts'
import { expect, test } from 'vitest'
import { pastOf } from './demo-past.ts'

const day = 86_400_000
const calendar = new Map([2025, 2026].flatMap(calendarDaysOf).map(({ day: date, isWorking }) => [date, isWorking]))
const days = Array.from({ length: 300 }, (_, n) => new Date(Date.parse('2026-02-01T10:00:00+08:00') + n * day))

test('on any day there has been a round of last quarter, and one is going on in its own quarter', () => {
  for (const now of days) rightQuarters(now)
})

function rightQuarters(now: Date): void {
  const { closed, running } = must(pastOf(now).rounds, 'rounds')
  const quarterAt = (ago: number) => quarterOf(new Date(now.getTime() - ago * day))
  expect([quarterAt(running.opened), previousQuarter(running.quarter)]).toEqual([running.quarter, closed.quarter])
  for (const ago of [closed.opened, closed.inspected]) expect(quarterAt(ago)).toBe(closed.quarter)
  // Its quarter is over by then: whoever rates on its last days still can.
  expect(quarterAt(closed.closing)).toBe(running.quarter)
  expect(running.dueOn > civilDateOf(now)).toBe(true)
}

test('on any day one notice is overdue and one is not yet, and so it stays the next day', () => {
  for (const now of days) rightLights(now)
})

function rightLights(now: Date): void {
  const { overdue, nearlyDue } = must(pastOf(now).rounds, 'rounds').running
  const light = (ago: number, at: number) => {
    const deadline = deadlineAfterWorkingDays(calendar, new Date(now.getTime() - ago * day), 15)
    return rectificationLight('issued', deadline, new Date(at))
  }
  expect([light(overdue, now.getTime()), light(overdue, now.getTime() + day)]).toEqual(['red', 'red'])
  expect(light(nearlyDue, now.getTime())).not.toBe('red')
  expect(light(nearlyDue, now.getTime() + day)).not.toBe('red')
}

test('where the holidays to come are not known the county has had no rounds', () => {
  expect(pastOf(new Date('2026-12-28T10:00:00+08:00')).rounds).toBeNull()
})
