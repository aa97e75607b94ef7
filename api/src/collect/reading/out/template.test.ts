import { openXlsx, readXlsx, saveXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { must } from '@dj/shared/platform/assert.ts'
import { findHeader } from '../rows/header.ts'
import { interpretRow } from '../rows/interpret-row.ts'
import { readNeeds } from '../read-needs.ts'
import { readTables } from '../read-tables.ts'
import type { TableRow } from '../table.ts'
import { needsTemplate } from './template.ts'

const context = { reference: '2026-11-21' }
const template = await needsTemplate()

async function formRows(): Promise<TableRow[]> {
  const form = must(
    (await readTables(template, '模板.xlsx')).find((table) => table.name === '填报表'),
    'form',
  )
  const rows: TableRow[] = []
  for await (const row of form.rows()) rows.push(row)
  return rows
}

test('the untouched template holds no need', async () => {
  expect(await readNeeds(template, '模板.xlsx', context)).toEqual({ kind: 'refused', code: 'import.empty' })
})

test('its header is understood whole and its examples are without fault', async () => {
  const rows = await formRows()
  const header = must(findHeader(rows), 'header')
  expect([header.row, Object.keys(header.columns).length, header.unknown]).toEqual([3, 12, []])
  for (const row of rows.filter((each) => each.number === 4 || each.number === 5)) {
    const dates = { quarter: undefined, reference: context.reference, date1904: false }
    const read = interpretRow(row, {
      sheet: '填报表',
      header,
      town: null,
      knownTowns: [],
      categories: new Map(),
      dates,
    })
    expect(read).toMatchObject({ outcome: 'proposed', issues: [] })
  }
})

test('filled in, it gives what was written', async () => {
  const book = await openXlsx(template)
  const form = must(
    book.sheets.find((sheet) => sheet.name === '填报表'),
    'form',
  )
  form.rows[0] = ['2026年第四季度党建需求征集汇总表']
  form.rows[5] = [
    1,
    '柳市镇',
    '某企业',
    '企业',
    '共融',
    '想对接贷款',
    '紧急',
    '热线',
    '10月9日',
    '陈厂长',
    '0577-62000001',
    '',
  ]
  form.rows[6] = [2, '虹桥镇', '某企业乙', '职工', '其他', '想开通接驳车', '一般', '自助', '2026.10.9', '匿名', '', '']
  const read = await readNeeds(await saveXlsx(book), '填好.xlsx', context)
  expect(read).toMatchObject({
    kind: 'read',
    rows: [
      {
        outcome: 'proposed',
        issues: [],
        need: { row: 6, town: '柳市镇', category: 'finance', collectedOn: '2026-10-09' },
      },
      { outcome: 'proposed', issues: [], need: { row: 7, town: '虹桥镇', channel: 'self_service', anonymous: true } },
    ],
  })
})

test('it offers the words by drop-down from a hidden sheet', async () => {
  const { sheets } = await readXlsx(template)
  expect(sheets.map((sheet) => [sheet.name, sheet.hidden === true])).toEqual([
    ['填表说明', false],
    ['填报表', false],
    ['字典', true],
  ])
  expect(sheets[1]?.dataValidations?.map((each) => [each.range, each.formula1])).toEqual([
    ['D4:D5000', "'字典'!$A$1:$A$4"],
    ['E4:E5000', "'字典'!$B$1:$B$17"],
    ['G4:G5000', "'字典'!$C$1:$C$3"],
    ['H4:H5000', "'字典'!$D$1:$D$7"],
  ])
})
