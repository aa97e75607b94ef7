import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readNeeds } from '@dj/api/collect/reading/read-needs.ts'
import { expect, test } from 'vitest'

// Files that counties sent, each with what it was misread for.
async function reading(name: string) {
  const bytes = await readFile(join(import.meta.dirname, 'files', name))
  const read = await readNeeds(bytes, name, { reference: '2026-11-21', knownTowns: ['柳市镇'] })
  if (read.kind !== 'read') throw new Error(read.code)
  return read
}
const codesOf = (issues: readonly { code: string }[]) => issues.map(({ code }) => code)

test('numbers, days, names and towns as a county writes them', async () => {
  const { rows } = await reading('county-notations.csv')
  const read = rows.map(({ need: { town, contactName, contactPhone, collectedOn }, issues }) => [
    ...[town, contactName, contactPhone, collectedOn],
    codesOf(issues).join(' '),
  ])
  expect(read).toEqual([
    ['柳市镇', '陈厂长', '13800000102', '2026-10-09', ''],
    ['柳市镇', '王主任', '057761551234-8001', '2026-10-09', ''],
    ['柳市镇', '李某', '057761551234', '2026-10-09', ''],
    ['柳市镇', '赵某', '13800000102', '2026-10-09', ''],
    ['柳市镇', '孙某', '13800000105', '2026-10-09', 'import.date_range'],
    ['柳市镇', '周某', '13800000106', '2026-10-09', ''],
    ['柳市镇', '吴某', '13800000107', '2026-10-09', ''],
    ['柳市镇', '买买提·吐尔逊', '13800000108', '2026-10-09', ''],
    ['柳市镇', '林某', '13800000109', '2026-10-09', ''],
    ['柳市镇', '郑某', '13800000110', '2026-10-09', ''],
    [
      '柳市镇',
      '钱某',
      '13800000111',
      '2026-09-01',
      'import.date_range import.date_year_assumed import.date_month_only',
    ],
    ['柳市镇', '冯某', null, '2026-10-09', 'import.phone_unreadable'],
  ])
  expect(rows[9]?.need.body).toBe('外来务工人员子女入学，希望长期有人民调解员驻点')
})

test('numbers that a program wrote as fractions', async () => {
  const { rows } = await reading('pandas_float.csv')
  expect(rows.map(({ need }) => need.contactPhone)).toEqual(['13800009001', null, '057762550032'])
})

test('a second table on the sheet is read by its own header, whatever the order of its columns', async () => {
  const { rows, sheets } = await reading('stacked_reordered.xlsx')
  expect(rows.map(({ outcome, need }) => [outcome, need.body, need.contactPhone])).toEqual([
    ['proposed', '列序相同的第一条，要法律课。', '13800009301'],
    ['proposed', '列序不同的第二条，要消防演练。', '13800009302'],
  ])
  expect(sheets[0]?.setAside).toEqual([{ row: 5, why: 'header' }])
})

test('the sheet that shows how to fill in the others holds no needs', async () => {
  const { rows, sheets } = await reading('example_sheet.xlsx')
  expect(rows.map(({ need }) => need.body)).toEqual(['真正的需求一条，想建职工书屋。'])
  expect(sheets.map(({ name, skipped }) => [name, skipped])).toEqual([
    ['填写示例', 'instructions'],
    ['柳市镇', null],
  ])
})

test('rows that nobody sees in the file are named', async () => {
  const { rows } = await reading('hidden_rows.xlsx')
  expect(rows.map(({ issues }) => codesOf(issues))).toEqual([[], ['import.row_hidden'], [], ['import.row_hidden']])
})

test('a day that became its number, and one in the words of official papers', async () => {
  const { rows } = await reading('rich_fullwidth.xlsx')
  expect(rows.slice(3).map(({ need }) => need.collectedOn)).toEqual(['2026-10-09', '2026-10-09'])
})

test('a total that disagrees with its rows is named, and so is each column that was left out', async () => {
  const [total] = (await reading('total_mismatch.xlsx')).sheets
  expect(total?.wrongTotals).toEqual([{ row: 6, column: null, stated: 5, counted: 3 }])
  const [unknown] = (await reading('unknown_columns.xlsx')).sheets
  expect(unknown?.unknownColumns).toEqual(['J 手机/微信', 'K 处理建议（镇街意见）'])
  expect(unknown?.missingColumns).toEqual(['contactPhone'])
  const [repeated] = (await reading('duplicate_columns.xlsx')).sheets
  expect(repeated?.repeatedColumns).toEqual(['J 联系电话', 'L 备注'])
  expect(repeated?.unknownColumns).toEqual(['I 镇街联络员'])
})

test('words struck through in a cell are taken back: left out, and named', async () => {
  const { rows } = await reading('rich_fullwidth.xlsx')
  expect([rows[1]?.need.body, rows[1]?.issues]).toEqual([
    '缺工20名，想临时调剂',
    [{ level: 'warning', code: 'import.text_struck', column: 'E 需求内容', value: '缺工40名' }],
  ])
})
