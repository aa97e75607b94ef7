import { must } from '@dj/shared/platform/assert.ts'
import { findHeader } from '../rows/header.ts'
import { interpretRow, type RowContext } from '../rows/interpret-row.ts'
import { quarterIn } from './sheet-title.ts'
import type { Cell } from '../table.ts'

const titles = {
  town: '镇街',
  requesterName: '企业名称',
  requesterKind: '需求主体',
  category: '需求类别',
  body: '需求内容',
  urgency: '紧急程度',
  channel: '征集方式',
  collectedOn: '征集日期',
  contactName: '联系人',
  contactPhone: '联系电话',
  remark: '备注',
}
type Field = keyof typeof titles
const fields = Object.keys(titles) as Field[]
const header = must(findHeader([{ number: 3, cells: Object.values(titles) }]), 'header')

const context: RowContext = {
  sheet: '柳市镇',
  header,
  town: '柳市镇',
  knownTowns: ['柳市镇', '虹桥镇'],
  categories: new Map([['来料加工', 'processing']]),
  dates: { quarter: quarterIn('2026年第四季度'), reference: '2026-11-21', date1904: false },
}
const plain: Partial<Record<Field, Cell>> = {
  requesterName: '某低压电器企业甲',
  requesterKind: '企业',
  category: '共融',
  body: '订单增加但回款慢，希望对接低息贷款。',
  urgency: '特急',
  channel: '组织座谈',
  collectedOn: 46304,
  contactName: '陈厂长',
  contactPhone: 13800000101,
}
/** A plausible row with some cells changed, read in a sheet of 柳市镇. For tests. */
export const read = (change: Partial<Record<Field, Cell>> = {}, where: Partial<RowContext> = {}) =>
  interpretRow(
    { number: 4, cells: fields.map((field) => ({ ...plain, ...change })[field] ?? null) },
    { ...context, ...where },
  )
export const codes = (change: Partial<Record<Field, Cell>>, where: Partial<RowContext> = {}) =>
  read(change, where).issues.map((issue) => issue.code)
