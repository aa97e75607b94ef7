import { expect, test } from 'vitest'
import { distance, formatDate, formatDeadline, formatDateTime, formatMoment } from './dates.ts'

test('a day is written as a county office writes it', () => {
  expect(formatDate('2026-11-20', 'zh-CN')).toBe('2026年11月20日 (周五)')
  expect(formatDate('2026-11-20', 'en')).toBe('Fri, 20 Nov 2026')
})

test('an instant belongs to its day in China, wherever the reader is', () => {
  expect(formatDateTime('2026-12-31T16:30:00Z', 'zh-CN')).toBe('2027年1月1日 (周五) 00:30')
})

test('a moment in a line of its own does without the weekday', () => {
  expect(formatMoment('2027-01-04T01:30:00Z', 'zh-CN')).toBe('2027年1月4日 09:30')
  expect(formatMoment('2027-01-04T01:30:00Z', 'en')).toBe('4 Jan 2027, 09:30')
})

test('a deadline at midnight is written as the last day that still counts, like everywhere else', () => {
  expect(formatDeadline('2026-11-20T16:00:00Z', 'zh-CN')).toBe('2026年11月20日 (周五)')
  expect(formatDeadline('2026-11-20T15:30:00Z', 'zh-CN')).toBe('2026年11月20日 (周五) 23:30')
})

test.each([
  ['2026-11-20T07:59:30Z', { unit: 'now' }],
  ['2026-11-20T07:10:00Z', { unit: 'minutes', count: 50 }],
  ['2026-11-20T03:00:00Z', { unit: 'hours', count: 5 }],
  ['2026-11-10T08:00:00Z', { unit: 'days', count: 10 }],
  ['2026-08-01T08:00:00Z', { unit: 'months', count: 3 }],
  ['2026-11-23T08:00:00Z', { unit: 'inDays', count: 3 }],
])('%s is as far away as it feels', (value, gap) => {
  expect(distance(value, new Date('2026-11-20T08:00:00Z'))).toEqual(gap)
})
