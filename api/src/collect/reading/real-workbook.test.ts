import { readFile } from 'node:fs/promises'
import { readXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { readNeeds } from './read-needs.ts'
import { readTables } from './read-tables.ts'
import { isSeen } from './table.ts'
import type { TableRow } from './table.ts'

const bytes = await readFile(new URL('../../main/demo/data/needs-2026Q4.xlsx', import.meta.url))
const knownTowns = ['柳市镇', '虹桥镇', '北白象镇', '大荆镇', '乐成街道', '城南街道']
const reading = await readNeeds(bytes, 'needs-2026Q4.xlsx', { reference: '2026-11-21', knownTowns })
const rows = reading.kind === 'read' ? reading.rows : []

/** Counted by another reader: the lines that bear a number in the first column. */
async function numberedLines() {
  const { sheets } = await readXlsx(bytes)
  return sheets
    .map((sheet) => [sheet.name, sheet.rows.filter((row) => typeof row[0] === 'number').length] as const)
    .filter(([, count]) => count > 0)
}

test('the county’s workbook gives exactly its needs, sheet by sheet, none refused', async () => {
  const expected = await numberedLines()
  const found = reading.kind === 'read' ? reading.sheets.filter((sheet) => sheet.rows > 0) : []
  expect(found.map((sheet) => [sheet.name, sheet.rows])).toEqual(expected)
  expect(found.every((sheet) => sheet.wrongTotals.length === 0 && sheet.town === sheet.name)).toBe(true)
  expect(rows).toHaveLength(expected.reduce((sum, [, count]) => sum + count, 0))
  expect(rows).toHaveLength(45)
  expect(rows.every((row) => row.outcome === 'proposed')).toBe(true)
})

test('instructions and the hidden dictionary are left out, with the reason', () => {
  const skipped = reading.kind === 'read' ? reading.sheets.filter((sheet) => sheet.skipped !== null) : []
  expect(skipped.map((sheet) => [sheet.name, sheet.skipped])).toEqual([
    ['填表说明', 'instructions'],
    ['字典', 'hidden'],
  ])
})

const rowAt = (sheet: string, number: number) => rows.find((row) => row.need.sheet === sheet && row.need.row === number)

test('its odd cells are read as meant', () => {
  expect(rowAt('柳市镇', 5)?.need).toMatchObject({ collectedOn: '2026-10-09', contactPhone: '13800000102' })
  expect(rowAt('柳市镇', 6)?.need.collectedOn).toBe('2026-10-12')
  expect(rowAt('柳市镇', 8)?.need).toMatchObject({ anonymous: true, contactName: null, contactPhone: null })
  expect(rowAt('柳市镇', 12)?.need.contactPhone).toBe('057762000001')
  expect(rowAt('虹桥镇', 8)?.need).toMatchObject({ collectedOn: '2026-10-14', contactPhone: '13800000204' })
  expect(rowAt('北白象镇', 8)?.need).toMatchObject({ remark: '这是资源不是需求？', category: 'staff' })
  expect(rowAt('大荆镇', 6)).toMatchObject({
    need: { collectedOn: '2026-10-01', collectedPrecision: 'month' },
    issues: [{ level: 'note', code: 'import.date_month_only', column: 'H 征集日期', value: '2026.10' }],
  })
})

test('every need is another one, and the same file read again gives the same ones', async () => {
  const prints = rows.map((row) => row.need.fingerprint)
  expect(new Set(prints).size).toBe(45)
  const again = await readNeeds(bytes, '改名.xlsx', { reference: '2027-01-02' })
  expect(again.kind === 'read' && again.rows.map((row) => row.need.fingerprint)).toEqual(prints)
})

test('cell by cell the same as another reader sees it', async () => {
  const { sheets } = await readXlsx(bytes)
  for (const [index, table] of (await readTables(bytes, 'a.xlsx')).entries()) {
    const read: TableRow[] = []
    for await (const row of table.rows()) read.push(row)
    const other = sheets[index]
    expect([table.name, table.hidden]).toEqual([other?.name, other?.hidden === true])
    for (const row of read)
      expect(row.cells.map((cell) => (isSeen(cell) ? cell.value : cell))).toEqual(
        other?.rows[row.number - 1]?.slice(0, row.cells.length),
      )
  }
})
