import { expect, test } from 'vitest'
import { findHeader, isHeaderAgain } from './header.ts'
import { leftoverKind } from './leftover-rows.ts'
import { must } from '@dj/shared/platform/assert.ts'
import type { Cell, TableRow } from '../table.ts'

const row = (number: number, ...cells: Cell[]): TableRow => ({ number, cells })
const usual = row(
  3,
  '序号',
  '企业（组织）名称',
  '需求主体',
  '需求类别',
  '需求内容',
  '紧急程度',
  '征集方式',
  '征集日期',
  '联系人',
  '联系电话',
  '备注',
)
const header = must(findHeader([row(1, '汇总表'), row(2, '填报单位'), usual]), 'header')

test('the header is found below title and sub-title, each column with its letter', () => {
  expect(header.row).toBe(3)
  expect(header.columns.body).toEqual({ index: 4, at: 'E 需求内容' })
  expect(Object.keys(header.columns)).toHaveLength(11)
  expect([header.unknown, header.repeated]).toEqual([[], []])
})

test('spaces, width, brackets, marks and order do not matter; further columns are set aside by name', () => {
  const odd = row(
    1,
    '联 系 电 话',
    '需求内容（请写原话）*',
    '乡镇',
    '责任领导',
    '单位名称：',
    ' 类 型 ',
    '日期(年/月/日)',
  )
  const found = must(findHeader([odd]), 'header')
  expect(Object.keys(found.columns).toSorted()).toEqual([
    'body',
    'category',
    'collectedOn',
    'contactPhone',
    'requesterName',
    'town',
  ])
  expect(found.unknown).toEqual([{ index: 3, at: 'D 责任领导' }])
})

test('of two header rows the one that names more columns counts', () => {
  const upper = row(3, '序号', '企业名称', '需求内容', '联系方式', null)
  const lower = row(4, '序号', '企业名称', '需求内容', '联系人', '电话')
  expect(findHeader([upper, lower])?.row).toBe(4)
})

test('without the words of the need, or with too few names, it is no header', () => {
  expect(findHeader([row(1, '序号', '企业名称', '联系人', '联系电话')])).toBeUndefined()
  expect(findHeader([row(1, '需求内容', '什么')])).toBeUndefined()
  expect(findHeader([])).toBeUndefined()
})

test('a column named twice is read once', () => {
  const found = must(findHeader([row(1, '企业名称', '需求内容', '备注', '备注')]), 'header')
  expect(found.columns.remark?.index).toBe(2)
  expect(found.repeated).toEqual([{ index: 3, at: 'D 备注' }])
})

test.each<[string, TableRow, string | undefined]>([
  ['nothing', row(9), 'blank'],
  ['empty texts', row(9, '', null, ' '), 'blank'],
  ['a prepared line with preset choices', row(9, 13, null, '企业', null, null, '一般', '热线'), 'unfilled'],
  ['the total', row(17, '合计', null, null, null, '12条'), 'total'],
  ['a spaced total', row(17, '合  计：', null, null, null, 12), 'total'],
  ['a sub-total', row(17, null, '小计', null, null, null), 'total'],
  ['a total in words', row(17, '总计12条'), 'total'],
  ['a need of a firm called 合计', row(17, 1, '合计', '企业', '共融', '想贷款'), undefined],
  ['who filled it in', row(18, '填表人：张三', null, null, null, null, '审核人：李四'), 'footer'],
  ['a remark below the table', row(18, '注：以上均为原话'), 'footer'],
  ['the template’s example', row(4, '示例1', '某企业', '企业', '共融', '想贷款'), 'example'],
  ['the header of the second page', { ...usual, number: 40 }, 'header'],
  ['a need', row(4, 1, '某企业', '企业', '共融', '想贷款'), undefined],
  ['a need without a number', row(4, null, '某企业', '企业', '共融', '想贷款'), undefined],
  ['a need whose words are missing', row(4, 1, '某企业'), undefined],
])('left out or not: %s', (_, each, kind) => expect(leftoverKind(each, header)).toBe(kind))

test('a need that quotes the header is no header', () => {
  expect(isHeaderAgain(row(5, 1, '某企业', '企业', '其他', '需求内容怎么填'), header)).toBe(false)
})
