import { calendarDaysOf } from '@dj/db/seed/calendar-days.ts'
import { must } from '@dj/shared/platform/assert.ts'
import { readNotice } from '@dj/shared/county/calendar/notice/read-notice.ts'
import { holidaysNotNamed, wholeYear } from '@dj/shared/county/calendar/proposal.rules.ts'
import { describe, expect, test } from 'vitest'
import { holidayNotices } from '../../support/holiday-notices.ts'

const published = [2024, 2025, 2026]

describe.each(published)('the notice for %i', (year) => {
  const reading = readNotice(must(holidayNotices[year], `a notice for ${year}`), year)

  test('is read without trouble, and names all seven holidays', () => {
    expect(reading.troubles).toEqual([])
    expect(holidaysNotNamed(reading.days)).toEqual([])
  })

  test('gives every day of the year as the published data have it', () => {
    const rules = ({ day, isWorking }: { day: string; isWorking: boolean }) => `${day} ${isWorking ? '上班' : '休息'}`
    expect(wholeYear(year, reading.days).map(rules)).toEqual(calendarDaysOf(year).map(rules))
  })

  test('names the holiday of every day that the published data name one for', () => {
    const named = new Map(reading.days.map(({ day, note }) => [day, note]))
    const data = calendarDaysOf(year).filter(({ note }) => note !== null)
    expect([...named.keys()].filter((day) => day.startsWith(`${year}`))).toEqual(data.map(({ day }) => day))
    for (const { day, note } of data) {
      const stem = must(note, day).replace(/节?(调休上班)?$/, '')
      expect(named.get(day), day).toContain(stem)
    }
  })

  test('says nothing of a day in its address, its invitations and its signature', () => {
    const ignored = reading.ignored.map(({ text }) => text)
    expect(ignored).toContain(`国务院办公厅关于${year}年部分节假日安排的通知`)
    expect(ignored.filter((text) => text.startsWith('节假日期间'))).toHaveLength(1)
  })
})

test('a notice is not read for another year', () => {
  const reading = readNotice(must(holidayNotices[2026], '2026'), 2027)
  expect(reading.troubles.length).toBeGreaterThan(0)
  expect(reading.troubles[0]).toMatchObject({ line: 1, code: 'calendar.read_other_year' })
})
