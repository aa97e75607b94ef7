import { readNeeds } from '@dj/api/collect/reading/read-needs.ts'
import { expect, test } from 'vitest'
import { zipOf } from '../../support/package-of.ts'
import { escapeXml, needHeader, partsOf, type SampleSheet, townSheet, workbookOf } from '../../support/workbook-of.ts'

const context = { reference: '2026-11-21', knownTowns: ['柳市镇', '虹桥镇', '大荆镇'] }

async function read(bytes: Uint8Array) {
  const reading = await readNeeds(bytes, '需求.xlsx', context)
  if (reading.kind === 'refused') throw new Error(reading.code)
  return reading
}
const needs = async (sheets: readonly SampleSheet[], options: Parameters<typeof workbookOf>[1] = {}) =>
  (await read(workbookOf(sheets, options))).rows.map((row) => row.need)

const row = [1, '某企业', '企业', '共融', '想贷款', 46304, '陈厂长', 13800000101, '']
const change = (column: number, value: string | number | null) =>
  row.map((cell, index) => (index === column ? value : cell))

test('the town comes from the sheet’s name, else the title, else the sub-title', async () => {
  const plain = (name: string, title: string, sub: string) => ({ name, rows: [[title], [sub], needHeader, row] })
  const found = await needs([
    plain('柳市镇', '乐清市2026年第四季度汇总表', ''),
    plain('Sheet2', '乐清市2026年第四季度汇总表（虹桥镇）', ''),
    plain('Sheet3', '乐清市2026年第四季度汇总表', '填报单位：大荆镇两新工委'),
    plain('Sheet4', '乐清市2026年第四季度汇总表', ''),
  ])
  expect(found.map((need) => need.town)).toEqual(['柳市镇', '虹桥镇', '大荆镇', null])
})

test('the header may stand in the first row or in the tenth', async () => {
  const early = { name: '柳市镇', rows: [needHeader, row] }
  const late = {
    name: '虹桥镇',
    rows: [...Array.from({ length: 9 }, (_, line) => [`说明第${line}行`]), needHeader, row],
  }
  expect((await needs([early, late])).map((need) => need.row)).toEqual([2, 11])
})

test('blank rows, totals, repeated headers and signatures are no needs; row numbers stay those of Excel', async () => {
  const rows = [
    row,
    [],
    ['小计', null, null, null, '1条'],
    needHeader,
    [null, ...row.slice(1)],
    [7, null, null, null, null],
    ['合计', null, null, null, '2条'],
    ['填表人：张三', null, '审核人：李四'],
  ]
  const reading = await read(workbookOf([townSheet('柳市镇', rows)]))
  expect(reading.rows.map((each) => each.need.row)).toEqual([4, 8])
  expect(reading.sheets[0]).toMatchObject({ rows: 2, wrongTotals: [], headerRow: 3 })
})

test('a firm merged downwards over its needs belongs to each of them, and to none below', async () => {
  const sheet = townSheet('柳市镇', [row, change(1, null), change(1, null), change(1, '某企业乙')])
  const found = await needs([{ ...sheet, merges: ['A1:I1', 'B4:B6', 'H9:I9'] }])
  expect(found.map((need) => need.requesterName)).toEqual(['某企业', '某企业', '某企业', '某企业乙'])
})

test('a merge whose top row is missing in the file leaves its cells alone', async () => {
  const xml = `<sheetData>${[3, 5]
    .map(
      (at) =>
        `<row r="${at}">${(at === 3 ? needHeader : row)
          .map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`)
          .join('')}</row>`,
    )
    .join('')}</sheetData><mergeCells><mergeCell ref="B4:B9"/></mergeCells>`
  expect(await needs([{ name: '柳市镇', rows: [], xml }])).toMatchObject([
    { row: 5, requesterName: '某企业', collectedOn: '2026-10-09' },
  ])
})

test('serials follow the workbook’s own calendar, 1900 or 1904', async () => {
  expect(await needs([townSheet('柳市镇', [row])])).toMatchObject([{ collectedOn: '2026-10-09' }])
  const early = [townSheet('柳市镇', [change(5, 46304 - 1462)])]
  expect(await needs(early, { date1904: true })).toMatchObject([{ collectedOn: '2026-10-09' }])
})

test('a number in another column is what its format shows, a date only where the workbook formats it so', async () => {
  const styles =
    '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="m&quot;月&quot;d&quot;日&quot;;@"/><numFmt numFmtId="171" formatCode="0.00&quot;天&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/><xf numFmtId="31"/><xf numFmtId="171"/></cellXfs></styleSheet>'
  const cells = row
    .slice(0, 8)
    .map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`)
    .join('')
  const body = [0, 1, 2, 3].map((style) => `<row>${cells}<c s="${style}"><v>46307</v></c></row>`).join('')
  const head = `<row>${needHeader.map((name) => `<c t="str"><v>${name}</v></c>`).join('')}</row>`
  const found = await needs(
    [{ name: '柳市镇', rows: [], xml: `<x:worksheet><x:sheetData>${head}${body}</x:sheetData></x:worksheet>` }],
    { styles },
  )
  expect(found.map((need) => need.remark)).toEqual(['46307', '10月12日', '2026年10月12日', '46307.00天'])
})

test('shared strings: rich text, empty ones, escapes, reading aids; prefixes and self-closing tags', async () => {
  const strings = `<x:sst><x:si/><x:si><x:r><x:t>想</x:t></x:r><x:r><x:rPr/><x:t xml:space="preserve"> 贷款 &amp; 用工&#x21;</x:t></x:r><x:rPh sb="0"><x:t>xiang</x:t></x:rPh></x:si><x:si><x:t>一行_x000D_&#10;二行</x:t></x:si><x:si><x:t><![CDATA[a<b]]></x:t></x:si></x:sst>`
  const line = (at: number, cells: string) => `<x:row r="${at}">${cells}</x:row>`
  const text = (value: string) => `<x:c t="str"><x:v>${value}</x:v></x:c>`
  const need = (at: number, index: number) =>
    line(at, `${text('某企业')}${text('企业')}<x:c t="s"><x:v>${index}</x:v></x:c><x:c/>`)
  const xml = `<x:worksheet><x:sheetData><x:row r="1"/>${line(2, ['企业名称', '需求主体', '需求内容'].map(text).join(''))}${need(4, 1)}${need(5, 2)}${need(6, 3)}${need(7, 0)}${need(8, 99)}</x:sheetData></x:worksheet>`
  const parts = partsOf([{ name: '柳市镇', rows: [], xml }]).map((part) =>
    part.name.endsWith('workbook.xml.rels')
      ? {
          ...part,
          content: String(part.content).replace(
            '</Relationships>',
            '<Relationship Id="ss" Type="x/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
          ),
        }
      : part,
  )
  const { rows } = await read(zipOf([...parts, { name: 'xl/sharedStrings.xml', content: strings }]))
  expect(rows.map((each) => [each.need.row, each.need.body])).toEqual([
    [4, '想 贷款 & 用工!'],
    [5, '一行\n二行'],
    [6, 'a<b'],
    [7, ''],
    [8, ''],
  ])
})

test('packages as Java, .NET and others write them', async () => {
  const parts = partsOf([townSheet('柳市镇', [row])])
  for (const variant of [
    parts.map((part) => ({ ...part, wide: true })),
    parts.map((part) => ({ ...part, stored: true })),
    parts.map((part) => ({ ...part, name: part.name.replaceAll('/', '\\') })),
    parts.map((part) => ({ ...part, name: part.name.toUpperCase() })),
    parts.toReversed(),
  ]) {
    expect((await read(zipOf(variant))).rows).toHaveLength(1)
  }
})

test('columns in another order, unknown ones named, missing ones named', async () => {
  const sheet = {
    name: '柳市镇',
    rows: [
      ['需求内容', '分管领导', '单位名称', '主体'],
      ['想贷款', '王局', '某企业', '企业'],
    ],
  }
  const reading = await read(workbookOf([sheet]))
  expect(reading.rows).toMatchObject([
    { outcome: 'proposed', need: { body: '想贷款', requesterName: '某企业', category: 'other', collectedOn: null } },
  ])
  expect(reading.sheets).toMatchObject([
    {
      unknownColumns: ['B 分管领导'],
      missingColumns: ['category', 'urgency', 'channel', 'collectedOn', 'contactName', 'contactPhone'],
    },
  ])
})

test('a row shifted to another place, re-sorted or in a renamed sheet of the same town keeps its fingerprint', async () => {
  const [first] = await needs([townSheet('柳市镇', [row])])
  const [, moved] = await needs([{ ...townSheet('柳市镇（修改）', [change(4, '另一条'), change(0, 9)]) }])
  expect(moved?.fingerprint).toBe(first?.fingerprint)
})

test('numbers are read as their formats show them, and what is struck through is not read but named', async () => {
  const formats = ['000000', '000-0000-0000', '#,##0', '0.00E+00', 'yyyy"年"m"月"', '0.00', '0.00%']
  const numFmts = formats.map((code, at) => `<numFmt numFmtId="${170 + at}" formatCode="${escapeXml(code)}"/>`)
  const xfs = [
    '<xf numFmtId="0" fontId="0"/>',
    '<xf numFmtId="9"/>',
    '<xf fontId="1"/>',
    '<xf numFmtId="14" fontId="2"/>',
  ]
  const shown = formats.map((_, at) => `<xf numFmtId="${170 + at}"/>`)
  const fonts = '<fonts><font><sz val="11"/></font><font><strike/></font><font><strike val="0"/></font></fonts>'
  const styles = `<styleSheet><numFmts>${numFmts.join('')}</numFmts>${fonts}<cellXfs>${[...xfs, ...shown].join('')}</cellXfs></styleSheet>`
  const inline = (words: string, style = 0) => `<c s="${style}" t="inlineStr"><is><t>${words}</t></is></c>`
  const figure = (value: number, style: number) => `<c s="${style}"><v>${value}</v></c>`
  const rich = '<c t="inlineStr"><is><r><rPr><strike/></rPr><t>缺工40名</t></r><r><t>缺工20名</t></r></is></c>'
  const line = (body: string, date: string, phone: string, remark: string) =>
    `<row>${['1', '某企业', '企业', '共融'].map((words) => inline(words)).join('')}${body}${date}${inline('陈厂长')}${phone}${remark}</row>`
  const head = `<row>${needHeader.map((name) => inline(name)).join('')}</row>`
  const rows = [
    line(inline('想贷款'), figure(46304, 3), figure(13800009001, 5), figure(0.1, 1)),
    line(rich, figure(46296, 8), figure(13800009001, 6), figure(123, 4)),
    line(inline('想招工'), figure(10.1, 9), figure(13800009001, 7), figure(0.125, 10)),
    line(inline('想办班'), figure(46304, 3), inline('13800000101', 2), inline('作废', 2)),
    line(inline('想办食堂', 2), figure(46304, 3), inline('13800000101', 2), ''),
    `<row>${[...Array.from({ length: 9 }).keys()].map((at) => inline(`作废${at}`, 2)).join('')}</row>`,
  ]
  const xml = `<worksheet><sheetData>${head}${rows.join('')}</sheetData></worksheet>`
  const { rows: found } = await read(workbookOf([{ name: '柳市镇', rows: [], xml }], { styles }))
  expect(
    found.map(({ outcome, need: { body, collectedOn, contactPhone, remark } }) => [
      outcome,
      body,
      collectedOn,
      contactPhone,
      remark,
    ]),
  ).toEqual([
    ['proposed', '想贷款', '2026-10-09', '13800009001', '10%'],
    ['proposed', '缺工20名', '2026-10-01', '13800009001', '000123'],
    ['proposed', '想招工', '2026-10-10', '13800009001', '12.50%'],
    ['proposed', '想办班', '2026-10-09', null, null],
    ['refused', '', '2026-10-09', null, null],
    ['refused', '', null, null, null],
  ])
  const struck = found.map(({ issues }) =>
    issues.flatMap(({ code, value }) => (code.endsWith('_struck') ? [`${code.slice(7)} ${value}`] : [])),
  )
  expect(struck.slice(1, 5)).toEqual([
    ['text_struck 缺工40名'],
    [],
    ['text_struck 13800000101', 'text_struck 作废'],
    ['cell_struck 想办食堂', 'text_struck 13800000101'],
  ])
  expect(struck[5]).toContain('cell_struck 作废4')
  expect(found[1]?.need.collectedPrecision).toBe('month')
})
