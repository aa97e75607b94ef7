import { readFile } from 'node:fs/promises'
import { readNeeds } from '@dj/api/collect/reading/read-needs.ts'
import { needsTemplate } from '@dj/api/collect/reading/out/template.ts'
import { describe, expect, test } from 'vitest'
import { zipOf } from '../../support/package-of.ts'
import { needHeader, partsOf, townSheet, workbookOf } from '../../support/workbook-of.ts'

const context = { reference: '2026-11-21' }
const read = (bytes: Uint8Array, name = '需求.xlsx') => readNeeds(bytes, name, context)
const refused = (code: string) => ({ kind: 'refused', code })
const row: (string | number)[] = [1, '某企业', '企业', '共融', '想贷款', 46304, '陈厂长', 13800000101, '']
const parts = partsOf([townSheet('柳市镇', [row])])
const real = await readFile(new URL('../../../api/src/main/demo/data/needs-2026Q4.xlsx', import.meta.url))

const compound = (...streams: string[]) =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(504),
    ...streams.map((name) => Buffer.from(`${name}\0`, 'utf16le')),
  ])

describe('files that are no workbook', () => {
  test.each<[string, Uint8Array, string]>([
    ['nothing at all', new Uint8Array(), 'import.empty'],
    ['words in a file called .xlsx', Buffer.from('需求内容'), 'import.not_a_workbook'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'import.not_a_workbook'],
    ['a ZIP with other things in it', zipOf([{ name: 'a.txt', content: 'a' }]), 'import.not_a_workbook'],
    [
      'a Word document',
      zipOf(partsOf([]).map((part) => ({ ...part, name: part.name.replace('xl/', 'word/') }))),
      'import.not_a_workbook',
    ],
    ['a workbook without sheets', zipOf(partsOf([])), 'import.not_a_workbook'],
    ['a workbook without its sheet part', zipOf(parts.slice(0, -1)), 'import.not_a_workbook'],
    ['an encrypted workbook', compound('EncryptionInfo', 'EncryptedPackage'), 'import.encrypted'],
    ['an unknown compound file', compound(), 'import.encrypted'],
    ['an encrypted ZIP', zipOf(parts.map((part) => ({ ...part, encrypted: true }))), 'import.encrypted'],
    ['an old .xls', compound('Workbook'), 'import.old_excel'],
    ['a very old .xls', compound('Book'), 'import.old_excel'],
    ['an old .doc', compound('WordDocument'), 'import.not_a_workbook'],
    [
      'a sheet that is not UTF-8',
      zipOf([...parts.slice(0, -1), { name: 'xl/worksheets/sheet1.xml', content: Buffer.from([0xff, 0xfe, 0x3c, 0]) }]),
      'import.not_a_workbook',
    ],
  ])('%s', async (_, bytes, code) => expect(await read(bytes)).toEqual(refused(code)))

  test('an old .xls is known by its bytes whatever it is called', async () => {
    expect(await read(compound('Workbook'), '需求.csv')).toEqual(refused('import.old_excel'))
    expect(await read(workbookOf([townSheet('柳市镇', [row])]), '需求.csv')).toMatchObject({ kind: 'read' })
  })
})

describe('damaged workbooks', () => {
  test('cut off anywhere, it is refused and nothing is read', async () => {
    for (let length = 1; length < real.length; length += 997) {
      expect([length, await read(real.subarray(0, length))]).toEqual([length, refused('import.not_a_workbook')])
    }
  })

  test('a changed byte in the words is noticed by the checksum', async () => {
    const bytes = Buffer.from(workbookOf([townSheet('柳市镇', [row])]))
    const stored = zipOf(parts.map((part) => ({ ...part, stored: true })))
    const at = stored.indexOf(Buffer.from('想贷款'))
    stored[at] = 0xe7
    expect(await read(stored)).toEqual(refused('import.not_a_workbook'))
    expect(await read(bytes)).toMatchObject({ kind: 'read' })
  })
})

describe('files that want too much', () => {
  const bomb = (declaredSize: number) => [...parts, { name: 'xl/media/bomb', content: 'x', declaredSize }]

  test('more than 200 MiB declared is refused before anything is inflated', async () => {
    expect(await read(zipOf(bomb(201 * 1024 * 1024)))).toEqual(refused('import.too_large'))
    expect(await read(zipOf(bomb(1024)))).toMatchObject({ kind: 'read' })
  })

  test('a sheet that inflates to more than it declares is stopped there', async () => {
    const lying = parts.map((part) => (part.name.includes('sheet1') ? { ...part, declaredSize: 10 } : part))
    expect(await read(zipOf(lying))).toEqual(refused('import.too_large'))
  })

  test.each([
    ['one row without end', `<sheetData><row r="1">${'<c r="A1"><v>1</v></c>'.repeat(300_000)}`],
    ['one text without end', `<sheetData><row r="1"><c t="inlineStr"><is><t>${'长'.repeat(5_000_000)}`],
  ])('%s', async (_, xml) => {
    expect(await read(workbookOf([{ name: '柳市镇', rows: [], xml }]))).toEqual(refused('import.too_large'))
  })

  test('hostile text takes no longer than its length', async () => {
    const long = (text: string) => text.repeat(Math.ceil(50_000 / text.length))
    const words = ['(', '（', ' ', '<![CDATA[', '&#x', '1 ', '1-', '柳市', '镇', '_x00', '\n', '[', '*'].map(long)
    const rows = words.flatMap((word) => [row.map(() => word), [word], row.with(4, word), row.with(8, word)])
    expect(
      await read(
        workbookOf([{ name: '柳市镇', rows: [...words.map((word) => [word]).slice(0, 9), needHeader, ...rows] }]),
      ),
    ).toMatchObject({ kind: 'read' })
    const raw = words.map(
      (word) => `<row><c t="inlineStr"><is><t>${word}</t></is></c><c ${word} r="A1"><v>${word}</v></c></row>`,
    )
    expect(
      await read(workbookOf([{ name: '柳市镇', rows: [], xml: `<sheetData>${raw.join('')}</sheetData>` }])),
    ).toEqual(refused('import.no_header'))
  })

  test('one sheet part behind many tabs is read once or not at all', async () => {
    const twice = parts.map((part) =>
      part.name === 'xl/workbook.xml'
        ? { ...part, content: String(part.content).replace(/(<sheet .*?\/>)/, '$1$1') }
        : part,
    )
    expect(await read(zipOf(twice))).toEqual(refused('import.not_a_workbook'))
  })

  test('a cell in the last column of Excel costs nothing', async () => {
    const wide = (number: number) =>
      `<row r="${number}"><c r="A${number}"><v>1</v></c><c r="XFD${number}"><v>1</v></c></row>`
    const xml = `<sheetData>${Array.from({ length: 20_000 }, (_, index) => wide(index + 1)).join('')}</sheetData>`
    expect(await read(workbookOf([{ name: '柳市镇', rows: [], xml }]))).toEqual(refused('import.no_header'))
  })

  test('50 000 rows over several sheets are read, one more is refused', { timeout: 60_000 }, async () => {
    const sheet = (count: number, name: string) =>
      townSheet(
        name,
        Array.from({ length: count }, () => row),
      )
    const full = await read(workbookOf([sheet(30_000, '柳市镇'), sheet(20_000, '虹桥镇')]))
    expect(full.kind === 'read' && full.rows.length).toBe(50_000)
    expect(await read(workbookOf([sheet(30_000, '柳市镇'), sheet(20_001, '虹桥镇')]))).toEqual(
      refused('import.too_many_rows'),
    )
  })
})

describe('workbooks without needs', () => {
  test.each<[string, Uint8Array | Promise<Uint8Array>, string]>([
    ['the untouched template', needsTemplate(), 'import.empty'],
    ['a sheet without a cell', workbookOf([{ name: 'Sheet1', rows: [] }]), 'import.empty'],
    ['only a title and a header', workbookOf([townSheet('柳市镇', [])]), 'import.empty'],
    ['only a total', workbookOf([townSheet('柳市镇', [['合计', null, null, null, '0条']])]), 'import.empty'],
    ['only a hidden sheet', workbookOf([{ ...townSheet('柳市镇', [row]), hidden: true }]), 'import.empty'],
    [
      'other columns',
      workbookOf([
        {
          name: 'Sheet1',
          rows: [
            ['姓名', '分数'],
            ['甲', 1],
          ],
        },
        { name: 'Sheet2', rows: [] },
      ]),
      'import.no_header',
    ],
    [
      'a header only below the tenth row',
      workbookOf([
        { name: '柳市镇', rows: [...Array.from({ length: 10 }, () => ['话']), ...townSheet('', [row]).rows.slice(2)] },
      ]),
      'import.no_header',
    ],
  ])('%s', async (_, bytes, code) => expect(await read(await bytes)).toEqual(refused(code)))
})
