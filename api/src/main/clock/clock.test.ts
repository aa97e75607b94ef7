import { expect, test } from 'vitest'
import { aheadAt, isTooFar, readClockSetting } from './clock-setting.ts'
import { momentsBetween } from './catch-up.ts'
import { shiftCron } from './shift-cron.ts'

const real = new Date('2026-11-29T02:00:00Z')
const minute = 60_000
const day = 24 * 60 * minute

test.each([
  ['+34d', 34 * day],
  ['+6h', 6 * 60 * minute],
  ['+90m', 90 * minute],
  ['+1d12h30m', 1.5 * day + 30 * minute],
  ['+0d', 0],
  ['2026-11-30T02:00:00Z', day],
  ['2026-11-30T10:00+08:00', day],
  ['2026-11-28T02:00:00Z', -day],
])('%s is read', (text, ahead) => {
  const setting = readClockSetting(text)
  expect(setting && aheadAt(setting, real)).toBe(ahead)
})

test.each([
  '34d',
  '-34d',
  '+',
  '+34',
  '+34w',
  '+d',
  '+5m3d',
  '2027-01-04',
  '2027-01-04T09:30',
  '2027-02-30T09:30Z',
  '明天',
])('%s is no clock', (text) => expect(readClockSetting(text)).toBeUndefined())

test.each([
  ['+3660d', false],
  ['+3661d', true],
  ['2046-01-01T00:00Z', true],
  ['1999-01-01T00:00Z', true],
])('%s too far: %s', (text, tooFar) => {
  const setting = readClockSetting(text)
  expect(setting && isTooFar(setting, real)).toBe(tooFar)
})

test.each([
  ['0 8 * * *', 34 * day, '0 8 * * *'],
  ['0 8 * * *', 34 * day + 90 * minute, '30 6 * * *'],
  ['10 3 * * *', 12 * 60 * minute, '10 15 * * *'],
  ['40 3 * * *', -30 * minute, '10 4 * * *'],
  ['35 8 * * *', 30_000, '35 8 * * *'],
  ['15 * * * *', 20 * minute, '55 * * * *'],
  ['*/5 * * * *', 7 * minute, '*/5 * * * *'],
  ['* * * * *', 7 * minute, '* * * * *'],
])('%s by a clock %i ms ahead is due at %s', (cron, ahead, due) => expect(shiftCron(cron, ahead)).toBe(due))

test('what is made up for is made up day by day, and at last now', () => {
  const moments = (since: string, until: string) =>
    momentsBetween(new Date(since), new Date(until)).map((at) => at.toISOString())
  expect(moments('2026-11-29T13:00:00Z', '2026-12-02T02:00:00Z')).toEqual([
    '2026-11-30T12:00:00.000Z',
    '2026-12-01T12:00:00.000Z',
    '2026-12-02T02:00:00.000Z',
  ])
  expect(moments('2026-11-29T11:00:00Z', '2026-11-29T12:00:00Z')).toEqual(['2026-11-29T12:00:00.000Z'])
  expect(moments('2000-01-01T00:00:00Z', '2026-11-29T13:00:00Z')).toHaveLength(201)
})
