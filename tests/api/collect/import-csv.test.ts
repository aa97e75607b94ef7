import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readNeeds } from '@dj/api/collect/reading/read-needs.ts'
import { csvRecords } from '@dj/api/collect/reading/csv/csv-records.ts'

const records = (text: string, width?: number) => [...csvRecords(text, ',', width)]
const header = '序号,企业名称,需求主体,需求内容,联系人,联系电话'

async function read(lines: readonly string[], ends: readonly string[] = ['\n']) {
  const text = [header, ...lines].map((line, nth) => `${line}${ends[nth % ends.length]}`).join('')
  const reading = await readNeeds(Buffer.from(text), '柳市镇.csv', { reference: '2026-11-21' })
  return reading.kind === 'read' ? reading.rows : []
}
const said = async (...args: Parameters<typeof read>) =>
  (await read(...args)).map(({ outcome, need, issues }) =>
    outcome === 'proposed' ? need.body : issues.map(({ code, column, value }) => [code, column, value]),
  )
const row = (words: string, nth = 1) => `${nth},某企业,企业,${words},周师傅,13800009211`
/** Whether the words fill, over two lines, five of the six cells of a row in each: the reader refuses what could be two rows. */
const isTwoRows = (text: string) => {
  const commas = (line = '') => line.split(',').length - 1
  const lines = text.split('\n')
  return lines.length > 1 && commas(lines[0]) >= 1 && commas(lines.at(-1)) >= 2
}
const stray = (value: string, column = 'D 需求内容') => [['import.quote_unescaped', column, value]]

describe('line ends', () => {
  test('of every kind, mixed, end a row; within quotation marks they are words', () => {
    expect(records('a,b\r\nc,d\ne,f\rg,"h\r\ni"\n\nj')).toEqual(
      [['a', 'b'], ['c', 'd'], ['e', 'f'], ['g', 'h\r\ni'], [''], ['j']].map((cells) => ({ cells })),
    )
  })

  test('a file whose halves were joined from two systems keeps every row', async () => {
    expect(
      await said(
        ['甲甲', '乙乙', '丙丙', '丁丁'].map((words) => row(words)),
        ['\r\n', '\n', '\r'],
      ),
    ).toEqual(['甲甲', '乙乙', '丙丙', '丁丁'])
  })
})

describe('a quotation mark that is neither around a cell nor doubled', () => {
  test('refuses its own row, and the rows around it are read', async () => {
    expect(
      await said([
        row('想贷款'),
        row('"智改数转"补贴怎么申报'),
        row('想学直播'),
        row('"没有合上'),
        row('要仓库'),
        row('3"管子'),
        row('"他说""快点"""'),
      ]),
    ).toEqual([
      '想贷款',
      stray('"智改数转"补贴怎么申报'),
      '想学直播',
      stray('"没有合上'),
      '要仓库',
      stray('3"管子'),
      '他说"快点"',
    ])
  })

  test('marks in pairs within words that need none are words', async () => {
    expect(await said([row('想了解"专精特新"政策'), row('请讲"申报,验收"流程')])).toEqual([
      '想了解"专精特新"政策',
      stray('请讲"申报'),
    ])
  })

  test('of two stray marks that meet, none of the rows between is taken for words of the first', async () => {
    const found = await read([row('"智改数转'), row('想学直播'), row('怎么办"'), row('要仓库')])
    expect(found.map(({ need, outcome }) => [need.row, outcome, need.body])).toEqual([
      [2, 'refused', ''],
      [3, 'refused', ''],
      [4, 'refused', ''],
      [5, 'proposed', '要仓库'],
    ])
    expect(JSON.stringify(found.slice(0, 3))).not.toContain('13800009211')
  })

  test('words over several lines with commas of their own are still one cell', async () => {
    expect(await said([row('"第一行,有逗号\n第二行,也有\n第三行"'), row('想贷款')])).toEqual([
      '第一行,有逗号\n第二行,也有\n第三行',
      '想贷款',
    ])
  })
})

test('a comma too many pushes no telephone number into another column: the row is refused', async () => {
  const rows = await read([row('想贷款,三百万元'), row('想学直播')])
  expect(rows.map(({ outcome }) => outcome)).toEqual(['refused', 'proposed'])
  expect(rows[0]?.issues).toMatchObject([{ code: 'import.row_too_wide', column: 'G', value: null }])
})

test('a file cut off inside a quoted cell loses that row and says so', async () => {
  expect(await said([row('想贷款'), '2,某企业,企业,"想学'])).toEqual(['想贷款', stray('"想学')])
})

test('a cell over two lines whose commas make a whole row of each might be two rows: neither is taken', async () => {
  expect(await said([row('"需,,\n,,,求"'), row('想贷款')])).toEqual([stray('"需'), stray('求"'), '想贷款'])
})

test('of two rows whose stray marks meet the last cell may be missing: no telephone number gets into words', async () => {
  const lines = ['1,甲厂,企业,"缺电工,张师傅', '2,乙厂,企业,缺焊工",李师傅,13900000002']
  expect(await said(lines)).toEqual([stray('"缺电工'), stray('缺焊工"')])
})

test('rows in are rows out, whatever ends the lines and whatever is quoted; what is whole is read as it is', async () => {
  const words = fc
    .array(fc.constantFrom('想', '贷款', '，', ',', '"', '“', '\n', ' ', '300'), { minLength: 1, maxLength: 8 })
    .map((parts) => `需${parts.join('')}求`)
    .filter((text) => !isTwoRows(text))
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
  const whole = words.map((text) => ({ line: row(quoted(text)), expected: text.replace(/^\s+|\s+$/g, '') }))
  const spoilt = words
    .map((text) => text.replaceAll(/[\n,"]/g, ''))
    .chain((text) => fc.constantFrom(`"${text}"${text}`, `"${text}`, `${text}"${text}`))
    .map((text) => ({ line: row(text), expected: stray(text) }))
  const blank = fc.constantFrom('', ',,,,,', '  ').map((line) => ({ line, expected: undefined }))
  const ends = fc.array(fc.constantFrom('\r\n', '\n', '\r'), { minLength: 1, maxLength: 4 })
  const line = fc.oneof({ weight: 4, arbitrary: whole }, spoilt, blank)
  await fc.assert(
    fc.asyncProperty(fc.array(line, { maxLength: 12 }), ends, async (lines, how) => {
      const expected = lines.flatMap((each) => (each.expected === undefined ? [] : [each.expected]))
      expect(
        await said(
          lines.map((each) => each.line),
          how,
        ),
      ).toEqual(expected)
    }),
    { numRuns: 400 },
  )
})
