import { describe, expect, test } from 'vitest'
import { readDate } from './read-date.ts'
import { quarterIn } from '../xlsx/sheet-title.ts'

const fourth = {
  quarter: quarterIn('乐清市2026年第四季度党建需求征集汇总表'),
  reference: '2026-11-21',
  date1904: false,
}
const untitled = { ...fourth, quarter: undefined }
const day = (on: string) => ({ on, precision: 'day', issues: [] })
const month = (on: string) => ({ on, precision: 'month', issues: ['import.date_month_only'] })

describe('dates as counties write them', () => {
  test.each([
    ['2026.10.9', '2026-10-09'],
    ['2026-10-16', '2026-10-16'],
    ['2026/10/13', '2026-10-13'],
    ['2026年10月10日', '2026-10-10'],
    ['2026 年 10 月 9 号', '2026-10-09'],
    ['２０２６．１０．９', '2026-10-09'],
    ['26.10.9', '2026-10-09'],
    ['二〇二六年十月九日', '2026-10-09'],
    ['二○二六年十月二十一日', '2026-10-21'],
    ['2026。10。9', '2026-10-09'],
    ['2026–10–9', '2026-10-09'],
    ['46304', '2026-10-09'],
    ['2026-10-08T17:00:00Z', '2026-10-09'],
    ['2026-10-09T08:00:00+08:00', '2026-10-09'],
    ['2026-10-09 03:00:00+08:00', '2026-10-09'],
    ['20261009', '2026-10-09'],
    ['10/9/2026', '2026-10-09'],
    ['10月12日', '2026-10-12'],
    ['10.14', '2026-10-14'],
    ['10-14', '2026-10-14'],
    ['10/14', '2026-10-14'],
    ['2026-10-16 14:30:05', '2026-10-16'],
    ['2026-10-16T00:00:00.000Z', '2026-10-16'],
    ['2026年10月16日（周五）', '2026-10-16'],
    ['10月16日 星期五', '2026-10-16'],
  ])('%s', (text, on) => expect(readDate(text, fourth)).toEqual(day(on)))

  test.each([
    ['2026年10月', '2026-10-01'],
    ['2026.10', '2026-10-01'],
    ['2026-10', '2026-10-01'],
    ['202610', '2026-10-01'],
    ['10月', '2026-10-01'],
    ['10月份', '2026-10-01'],
    ['2026年10月中旬', '2026-10-01'],
    ['11月底', '2026-11-01'],
  ])('%s tells the month only', (text, on) => expect(readDate(text, fourth)).toEqual(month(on)))

  test('serial numbers count from 1900, or from 1904 where the workbook says so', () => {
    expect(readDate(46304, fourth)).toEqual(day('2026-10-09'))
    expect(readDate(46304.75, fourth)).toEqual(day('2026-10-09'))
    expect(readDate(46304 - 1462, { ...fourth, date1904: true })).toEqual(day('2026-10-09'))
    expect(readDate(new Date('2026-10-09T00:00:00Z'), fourth)).toEqual(day('2026-10-09'))
  })

  test('a number such as 20261009 or 10.14 is a date that Excel took for a number', () => {
    expect(readDate(20261009, fourth)).toEqual(day('2026-10-09'))
    expect(readDate(202610, fourth)).toEqual(month('2026-10-01'))
    expect(readDate(10.14, fourth)).toEqual(day('2026-10-14'))
    expect(readDate(2026.11, fourth)).toEqual(month('2026-11-01'))
  })
})

describe('dates that need care', () => {
  test('10.10 stored as the number 10.1 is not guessed: the month stands, with a warning', () => {
    const read = readDate(10.1, fourth)
    expect(read).toEqual({ on: '2026-10-01', precision: 'month', issues: ['import.date_ambiguous'] })
    expect(readDate('10.1', fourth)).toEqual(day('2026-10-01'))
  })

  test('2026.10 stored as the number 2026.1 is October in a fourth-quarter sheet, and unknown without a title', () => {
    expect(readDate(2026.1, fourth)).toEqual(month('2026-10-01'))
    expect(readDate(2026.1, untitled)).toMatchObject({ on: null, issues: ['import.date_unreadable'] })
  })

  test('without a year the title decides, then the last time the month came round', () => {
    expect(readDate('9月28日', fourth)).toMatchObject({ on: '2026-09-28', issues: ['import.date_year_assumed'] })
    expect(readDate('1月5日', fourth).on).toBe('2027-01-05')
    expect(readDate('10月12日', untitled)).toMatchObject({ on: '2026-10-12', issues: ['import.date_year_nearest'] })
    expect(readDate('10-7', untitled)).toMatchObject({ on: '2026-10-07', issues: ['import.date_year_nearest'] })
    expect(readDate('12月12日', untitled).on).toBe('2025-12-12')
    expect(readDate('12月28日', { ...fourth, quarter: quarterIn('2027年第一季度') }).on).toBe('2026-12-28')
  })

  test.each(['2026-02-30', '13月5日', '2026.13.1', '10.32', '2026年0月3日', '1926-10-09', '2026-10-00', '2月29日'])(
    '%s is impossible',
    (text) =>
      expect(readDate(text, fourth)).toEqual({ on: null, precision: 'day', issues: ['import.date_impossible'] }),
  )

  test('29 February exists in leap years', () => {
    expect(readDate('2024-02-29', { ...untitled, reference: '2024-03-01' })).toEqual(day('2024-02-29'))
  })

  test.each([
    '上周',
    '国庆前后',
    '待定',
    'n/a',
    '2026',
    '10/9/26',
    '24/10/26',
    '10.9.12',
    '2026.10.123',
    true,
    7,
    1e300,
    Number.NaN,
  ])('%s is not understood: the need stays, without a date', (cell) =>
    expect(readDate(cell, fourth)).toEqual({ on: null, precision: 'day', issues: ['import.date_unreadable'] }),
  )

  test.each([null, undefined, '', '  ', '-', '无', '／'])('%s is no date', (cell) => {
    expect(readDate(cell, fourth).issues).toEqual(['import.date_missing'])
  })

  test('of a span the first day is taken, with a warning', () => {
    for (const text of ['10月12日-14日', '2026.10.12—10.14', '2026-10-12至10-14', '10.12-14', '10月12日至11月3日'])
      expect(readDate(text, fourth)).toEqual({ ...day('2026-10-12'), issues: ['import.date_range'] })
    expect(readDate('10-11月', fourth)).toMatchObject({ on: '2026-10-01', precision: 'month' })
    for (const text of ['10月12日上午', '10月12日左右']) {
      expect(readDate(text, fourth)).toEqual({ ...day('2026-10-12'), issues: ['import.date_partly_read'] })
    }
  })

  test('a day to come or long past is kept and pointed out', () => {
    expect(readDate('2026-12-01', fourth).issues).toEqual(['import.date_unlikely'])
    expect(readDate('2016-10-09', fourth).issues).toEqual(['import.date_unlikely'])
  })
})
