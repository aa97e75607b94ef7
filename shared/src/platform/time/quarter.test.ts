import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  CivilDate,
  civilDateOf,
  daysBetween,
  endOfCivilDay,
  nextQuarter,
  previousQuarter,
  Quarter,
  quarterBounds,
  quarterOf,
  quarterOfDay,
  quartersBetween,
  startOfCivilDay,
  weekdayOf,
} from './quarter.ts'

const instants = fc.date({
  min: new Date('1992-01-01T00:00+08:00'),
  max: new Date('2099-12-31T23:59+08:00'),
  noInvalidDate: true,
})
const days = instants.map(civilDateOf)
const quarters = instants.map(quarterOf)
const inShanghai = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' })
const day = (text: string) => CivilDate.parse(text)
const quarter = (text: string) => Quarter.parse(text)

describe('a civil date', () => {
  test.each(['2026-11-21', '2024-02-29', '1992-01-01', '2199-12-31'])('%s is a day', (text) => {
    expect(CivilDate.parse(text)).toBe(text)
  })

  test.each([
    '2026-02-29',
    '2026-13-01',
    '2026-04-31',
    '2026-1-1',
    '20261121',
    '2026-11-21T00:00',
    '2026-11-21\n',
    '1991-12-31',
    '',
    20261121,
  ])('%j is none', (text) => {
    expect(CivilDate.safeParse(text).success).toBe(false)
  })

  test('is the one the calendar of Asia/Shanghai shows', () => {
    fc.assert(
      fc.property(instants, (at) => {
        expect(civilDateOf(at)).toBe(inShanghai.format(at))
      }),
    )
  })

  test('holds exactly the instants from its start up to its end', () => {
    fc.assert(
      fc.property(instants, (at) => {
        const today = civilDateOf(at)
        expect(at >= startOfCivilDay(today) && at < endOfCivilDay(today)).toBe(true)
        expect(endOfCivilDay(today)).toEqual(startOfCivilDay(addDays(today, 1)))
      }),
    )
  })

  test('adding days and counting them undo each other', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 5000 }), (from, n) => {
        expect(daysBetween(from, addDays(from, n))).toBe(n)
        expect(addDays(addDays(from, n), -n)).toBe(from)
        expect(weekdayOf(addDays(from, 7 * n))).toBe(weekdayOf(from))
      }),
    )
  })

  test('weekdays run from 1 on Monday to 7 on Sunday', () => {
    expect(['2026-11-16', '2026-11-21', '2026-11-22'].map((text) => weekdayOf(day(text)))).toEqual([1, 6, 7])
  })

  test('before 1992, after 2199 and invalid instants are refused', () => {
    expect(civilDateOf(new Date('1991-12-31T16:00:00Z'))).toBe('1992-01-01')
    expect(() => civilDateOf(new Date('1991-12-31T15:59:59.999Z'))).toThrow(RangeError)
    expect(() => civilDateOf(new Date(Number.NaN))).toThrow(RangeError)
    expect(() => addDays(day('2199-12-31'), 1)).toThrow(RangeError)
    expect(() => addDays(day('2026-11-21'), 0.5)).toThrow(RangeError)
  })
})

describe('a quarter', () => {
  test.each(['2026Q0', '2026Q5', '2026q4', '2026-Q4', '26Q4', '1991Q4', '2026Q4 ', '2026Q4\n', ''])(
    '%j is none',
    (text) => {
      expect(Quarter.safeParse(text).success).toBe(false)
    },
  )

  test('covers three months from midnight to midnight in Asia/Shanghai', () => {
    expect(quarterBounds(quarter('2026Q4'))).toEqual({
      from: new Date('2026-10-01T00:00:00+08:00'),
      until: new Date('2027-01-01T00:00:00+08:00'),
    })
  })

  test('each instant lies within the bounds of its quarter, and quarters touch without gap or overlap', () => {
    fc.assert(
      fc.property(instants, (at) => {
        const { from, until } = quarterBounds(quarterOf(at))
        expect(at >= from && at < until).toBe(true)
        expect(quarterBounds(nextQuarter(quarterOf(at))).from).toEqual(until)
        expect(quarterOfDay(civilDateOf(at))).toBe(quarterOf(at))
      }),
    )
  })

  test('stepping and counting quarters agree, across years too', () => {
    expect(nextQuarter(quarter('2026Q4'))).toBe('2027Q1')
    expect(previousQuarter(quarter('2026Q1'))).toBe('2025Q4')
    expect(quartersBetween(quarter('2026Q1'), quarter('2025Q3'))).toBe(-2)
    fc.assert(
      fc.property(quarters, quarters, (a, b) => {
        expect(previousQuarter(nextQuarter(a))).toBe(a)
        expect(quartersBetween(a, nextQuarter(b))).toBe(quartersBetween(a, b) + 1)
        expect(Math.sign(quartersBetween(a, b))).toBe(a === b ? 0 : a < b ? 1 : -1)
      }),
    )
  })

  test('has a predecessor from 1992Q2 on', () => {
    expect(() => previousQuarter(quarter('1992Q1'))).toThrow()
  })
})

const boundaries = Array.from({ length: 16 }, (_, n) => {
  const [year, month] = [2024 + Math.floor(n / 4), (n % 4) * 3 + 1]
  const before = n % 4 === 0 ? `${year - 1}Q4` : `${year}Q${n % 4}`
  return { year, month, before, after: `${year}Q${(n % 4) + 1}`, midnight: Date.UTC(year, month - 1, 1) - 8 * 3600_000 }
})

/** As PostgreSQL prints a timestamptz in UTC, one microsecond before, at, and one after each boundary. */
const aroundBoundaries = boundaries.flatMap(({ before, after, midnight }) => {
  const print = (ms: number, micros: string) =>
    new Date(ms).toISOString().replace('T', ' ').replace('Z', `${micros}+00`)
  return [
    { text: print(midnight - 1, '999'), quarter: before },
    { text: print(midnight, '000'), quarter: after },
    { text: print(midnight, '001'), quarter: after },
  ]
})

test.each([
  ['UTC', 0],
  ['America/New_York', 300],
  ['Asia/Kolkata', -330],
])('the quarter is right to the microsecond at 16 boundaries on a machine in %s', async (zone, offset) => {
  const program = `
      const { quarterOf } = await import(process.argv[1])
      const texts = JSON.parse(process.argv[2])
      const offset = new Date('2026-01-01').getTimezoneOffset()
      console.log(JSON.stringify({ offset, quarters: texts.map((text) => quarterOf(new Date(text))) }))`
  const texts = JSON.stringify(aroundBoundaries.map(({ text }) => text))
  const module = fileURLToPath(new URL('./quarter.ts', import.meta.url))
  const node = ['--input-type=module', '-e', program, module, texts]
  const { stdout } = await promisify(execFile)(process.execPath, node, { env: { ...process.env, TZ: zone } })
  expect(JSON.parse(stdout)).toEqual({ offset, quarters: aroundBoundaries.map((instant) => instant.quarter) })
})
