import { describe, expect, test } from 'vitest'
import { readList } from './read-list.ts'

const told = (words: string) =>
  readList(words, 2027).days.map(({ day, isWorking, note }) => [day.slice(5), isWorking, note])

describe('a list of days', () => {
  test.each([
    '日期,上班/休息,名称\n2027-01-01,休息,元旦\n2027/1/3,上班,元旦调休上班\n',
    '\ufeff日期\t上班/休息\t名称\r\n2027年1月1日\t放假\t元旦\r\n20270103\t补班\t元旦调休上班',
    '名称；日期；是否上班\n元旦；2027.1.1；否\n\n元旦调休上班；2027-01-03；是',
    'date,isWorking,name\n"2027-01-01","false","元旦"\n2027-01-03,TRUE,元旦调休上班',
    '日期,是否放假,名称\n2027-1-1,是,元旦\n2027-01-03 00:00:00,0,元旦调休上班',
  ])('is read in every usual spelling: %j', (words) => {
    expect(readList(words, 2027).troubles).toEqual([])
    expect(told(words)).toEqual([
      ['01-01', false, '元旦'],
      ['01-03', true, '元旦调休上班'],
    ])
  })

  test.each([
    ['calendar.read_columns', 1, '日子,班次\n2027-01-01,休息'],
    ['calendar.read_no_day', 3, '日期,上班/休息\n2027-01-01,休息\n2027-02-30,休息'],
    ['calendar.read_other_year', 2, '日期,上班/休息\n2026-12-31,休息'],
    ['calendar.read_row', 2, '日期,上班/休息\n2027-01-01,也许'],
    ['calendar.read_row', 2, '日期,上班/休息\n2027-01-01,是'],
    ['calendar.read_row', 2, '日期,上班/休息,名称\n2027-01-01,休息,"元旦'],
    ['calendar.read_clash', 3, '日期,上班/休息\n2027-01-01,休息\n2027-01-01,上班'],
  ])('%s at line %i: %j', (code, line, words) => {
    expect(readList(words, 2027).troubles).toEqual([expect.objectContaining({ code, line })])
  })
})
