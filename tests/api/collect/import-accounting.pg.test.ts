import { readFile } from 'node:fs/promises'
import { rowsNamed } from '@dj/shared/collect/need/import.rules.ts'
import type { ImportReport } from '@dj/shared/collect/need/import.schema.ts'
import * as fc from 'fast-check'
import { expect } from 'vitest'
import { brought, test } from '../../support/imports.ts'

const fileOf = async (name: string) =>
  new File([new Uint8Array(await readFile(new URL(`files/${name}`, import.meta.url)))], name)

const named = (list: { rows: string }[]) => list.reduce((sum, { rows }) => sum + rowsNamed(rows), 0)
const lots = ({ ledger: { create, known, repeated, refused, setAside } }: ImportReport) =>
  [create, known, repeated, refused, setAside].map(named)

const files: [name: string, create: number, refused: number, setAside: number][] = [
  ['county-notations.csv', 12, 0, 0],
  ['csv_unescaped_quote.csv', 2, 2, 0],
  ['duplicate_columns.xlsx', 1, 0, 0],
  ['example_sheet.xlsx', 1, 0, 0],
  ['formula_nocache.xlsx', 0, 5, 0],
  ['hidden_rows.xlsx', 4, 0, 0],
  ['pandas_float.csv', 3, 0, 0],
  ['rich_fullwidth.xlsx', 5, 0, 0],
  ['stacked_reordered.xlsx', 2, 0, 1],
  ['total_mismatch.xlsx', 3, 0, 1],
  ['unknown_columns.xlsx', 1, 0, 0],
]

test('of every file as counties send it each row is a need, refused, a duplicate or set aside, by its number', async ({
  county,
}) => {
  for (const [name, create, refused, setAside] of files) {
    const report = await brought(county, await fileOf(name), {}, true)
    expect([name, ...lots(report)]).toEqual([name, create, 0, 0, refused, setAside])
    expect(report.counts).toMatchObject({ rows: create + refused, create, known: 0, repeated: 0, refused })
  }
})

test('a file without a certain row becomes the needs of its certain rows, and nothing of the others', async ({
  county,
}) => {
  const report = await brought(county, await fileOf('csv_unescaped_quote.csv'))
  expect(report.rows.map(({ row, outcome, body }) => [row, outcome, body])).toEqual([
    [2, 'refused', ''],
    [3, 'create', '缺叉车工三名，想调剂'],
    [4, 'refused', ''],
    [5, 'create', '想去东南亚参展'],
  ])
  expect(report.rows[0]?.issues).toEqual([
    {
      level: 'error',
      code: 'import.quote_unescaped',
      column: 'E 需求内容',
      value: '"智改数转"补贴怎么申报，请上门讲一次',
    },
  ])
})

const header = '镇街,企业名称,需求主体,需求类别,需求内容,联系人,联系电话'
const kinds = {
  need: ['企业', '想办一场消防演练'],
  quoted: ['企业', '"他说""快点"",\n另起一行"'],
  nobody: ['外星人', '想办一场消防演练'],
  short: ['企业', '急'],
  stray: ['企业', '"集采"铜材'],
  wide: ['企业', '想贷款,三百万元'],
} as const
const contacts = ['陈厂长,13800000101', '林会计,', ',13800000103', ',']

test(
  'rows in = needs + refused rows + rows named as duplicates, whatever is in the file',
  { timeout: 180_000 },
  async ({ county }) => {
    const first = `柳市镇,某企业,企业,共抓,${kinds.need[1]},${contacts[0]}`
    await brought(county, new File([`${header}\n${first}\n`], '先.csv'))
    const row = fc
      .tuple(fc.constantFrom(...Object.values(kinds)), fc.constantFrom(...contacts))
      .map(([[kind, words], contact]) => `柳市镇,某企业,${kind},共抓,${words},${contact}`)
    const line = fc.oneof({ weight: 6, arbitrary: row }, fc.constantFrom('', ',,,,,,', '合计,,,,3条,,', header))
    const ends = fc.array(fc.constantFrom('\r\n', '\n', '\r'), { minLength: 1, maxLength: 3 })
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 14 }), ends, async (lines, how) => {
        const text = [header, first, ...lines].map((each, nth) => `${each}${how[nth % how.length]}`).join('')
        const report = await brought(county, new File([text], '后.csv'), {}, true)
        const rows = lines.filter((each) => each.startsWith('柳市镇')).length + 1
        const [create = 0, known = 0, repeated = 0, refused = 0, setAside = 0] = lots(report)
        expect([create + known + repeated + refused, report.counts.rows]).toEqual([rows, rows])
        expect(known).toBeGreaterThan(0)
        expect(setAside).toBe(lines.filter((each) => /^(?:合计|镇街)/.test(each)).length)
      }),
      { numRuns: 25 },
    )
  },
)
