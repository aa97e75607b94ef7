import { must } from '@dj/shared/platform/assert.ts'
import { expect, test } from 'vitest'
import type { Cell, TableRow } from '../table.ts'
import { findHeader } from './header.ts'
import { Totals } from './totals.ts'

const row = (number: number, ...cells: Cell[]): TableRow => ({ number, cells })
const header = must(findHeader([row(1, '序号', '企业名称', '需求内容', '涉及人数', '备注')]), 'header')
const summed = (...people: Cell[]) => {
  const totals = new Totals()
  for (const [at, each] of people.entries()) totals.add(row(at + 2, at + 1, '某企业', '想贷款', each))
  return totals
}

test.each<[string, TableRow, number | undefined]>([
  ['its own words', row(9, '合计：9'), 9],
  ['beside it, with a unit', row(9, '合计', null, '共5条'), 5],
  ['a column of the form', row(9, '总计', null, 7), 7],
  ['the right number', row(9, '合计', null, '2条'), undefined],
  ['no number', row(9, '合计'), undefined],
])('how many needs a total names: %s', (_, total, stated) => {
  const wrong = stated === undefined ? [] : [{ row: 9, column: null, stated, counted: 2 }]
  expect(summed(20, 21).faultsOf(total, header)).toEqual(wrong)
})

test('a figure under another column is its sum, not a number of needs', () => {
  expect(summed(20, 21.5).faultsOf(row(9, '合计', null, null, 41.5), header)).toEqual([])
  expect(summed(20, '21').faultsOf(row(9, '合计', null, null, 40), header)).toEqual([
    { row: 9, column: 'D 涉及人数', stated: 40, counted: 41 },
  ])
  expect(summed(20, '约20').faultsOf(row(9, '合计', null, null, 40), header)).toEqual([])
})

test('a sub-total sums the rows since the last one, the total all of them', () => {
  const totals = summed(1, 2)
  expect(totals.faultsOf(row(4, '小计', null, '2条'), header)).toEqual([])
  totals.add(row(5, 3, '某企业', '想招工', 3))
  expect(totals.faultsOf(row(6, '小计', null, '2条'), header)).toEqual([
    { row: 6, column: null, stated: 2, counted: 1 },
  ])
  expect(totals.faultsOf(row(7, '合计', null, '3条', 6), header)).toEqual([])
})
