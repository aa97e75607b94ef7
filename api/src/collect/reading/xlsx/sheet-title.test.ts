import { describe, expect, test } from 'vitest'
import { quarterIn, townIn, townOfSheet } from './sheet-title.ts'

const yueqing = ['柳市镇', '虹桥镇', '北白象镇', '大荆镇', '乐成街道', '城南街道', '淡溪镇', '智仁乡']

describe('the quarter in a title', () => {
  test.each<[string, number, readonly [number, number]]>([
    ['乐清市2026年第四季度党建需求征集汇总表（柳市镇）', 2026, [10, 12]],
    ['2026 年 第 一 季度', 2026, [1, 3]],
    ['2026年二季度', 2026, [4, 6]],
    ['２０２６年３季度', 2026, [7, 9]],
    ['2026Q4 需求', 2026, [10, 12]],
    ['2026年度第四季度', 2026, [10, 12]],
    ['2026年下半年需求', 2026, [7, 12]],
    ['2026年党建需求汇总', 2026, [1, 12]],
  ])('%s', (title, year, months) => expect(quarterIn(title)).toEqual({ year, months }))

  test('no year, no quarter', () => expect(quarterIn('第四季度需求')).toBeUndefined())
})

describe('the town of a sheet', () => {
  test.each([
    ['柳市镇', '', '柳市镇'],
    ['柳市', '', '柳市镇'],
    ['1.柳市镇（第一批）', '', '柳市镇'],
    ['Sheet1', '乐清市2026年第四季度党建需求征集汇总表（虹桥镇）', '虹桥镇'],
    ['Sheet1', '乐清市2026年第四季度汇总表\n填报单位：大荆镇两新工委', '大荆镇'],
    ['汇总', '乐成街道2026年需求', '乐成街道'],
  ])('%s / %s', (sheet, title, town) => {
    expect(townOfSheet(sheet, title, yueqing)).toBe(town)
    if (sheet !== '柳市' && !sheet.startsWith('1')) expect(townOfSheet(sheet, title, [])).toBe(town)
  })

  test('a town the county does not have is still seen, so that it can be refused by name', () => {
    expect(townOfSheet('瓯北街道', '', yueqing)).toBe('瓯北街道')
    expect(townIn('乐清市柳市镇2026年需求', [])).toBe('柳市镇')
    expect(townIn('温州市乐清市北白象镇', [])).toBe('北白象镇')
  })

  test.each([
    'Sheet1',
    '填表说明',
    '镇街名称',
    '各镇街汇总',
    '全市各乡镇',
    '乐清市2026年第四季度党建需求征集汇总表',
    '',
  ])('%s names none', (text) => {
    expect(townIn(text, yueqing)).toBeNull()
    expect(townIn(text, [])).toBeNull()
  })
})
