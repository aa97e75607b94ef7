import { readNeedsApart } from '@dj/api/collect/reading/read-needs-apart.ts'
import { readNeeds } from '@dj/api/collect/reading/read-needs.ts'
import { Workshop } from '@dj/api/platform/workshop/workshop.ts'
import { expect, onTestFinished, test } from 'vitest'
import { needHeader, townSheet, workbookOf } from '../../support/workbook-of.ts'

const context = { reference: '2026-11-21' }
const row = [1, '某企业', '企业', '共融', '想贷款', 46304, '陈厂长', 13800000101, '']
const read = (xml: string) => readNeeds(workbookOf([{ name: '柳市镇', rows: [], xml }]), '需求.xlsx', context)
const refused = (code: string) => ({ kind: 'refused', code })
const said = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`
const header = `<row>${needHeader.map(said).join('')}</row>`

test('words beyond the columns that are read: in the header the file is refused, in a row that row', async () => {
  const wide = [...needHeader, ...Array.from({ length: 16_384 - needHeader.length }, (_, n) => `列${n}`)]
  expect(await read(`<sheetData><row>${wide.map(said).join('')}</row></sheetData>`)).toEqual(
    refused('import.too_many_columns'),
  )
  const csv = Buffer.from(`${wide.join(',')}\n`)
  expect(await readNeeds(csv, '需求.csv', context)).toEqual(refused('import.too_many_columns'))
  const line = (last: string) => `<row>${row.map((cell) => said(String(cell))).join('')}<c r="XFD1">${last}</c></row>`
  expect(await read(`<sheetData>${header}${line('<v>1</v>')}${line('')}</sheetData>`)).toMatchObject({
    rows: [{ outcome: 'refused', issues: [{ code: 'import.row_too_wide' }] }, { outcome: 'proposed' }],
  })
})

test('blank cells with a format cost a limit, and so do blank rows', { timeout: 180_000 }, async () => {
  const blank = `<row>${'<c s="1"/>'.repeat(64)}</row>`
  expect(await read(`<sheetData>${header}${blank.repeat(78_126)}</sheetData>`)).toEqual(
    refused('import.too_many_cells'),
  )
  expect(await read(`<sheetData>${header}${'<row></row>'.repeat(1_048_576)}</sheetData>`)).toEqual(
    refused('import.too_many_rows'),
  )
})

const bytesOf = () => new Uint8Array(workbookOf([townSheet('柳市镇', [row, row])]))

test('read outside the event loop a file gives the same rows', async () => {
  const workshop = new Workshop()
  onTestFinished(() => workshop.close())
  const inside = await readNeeds(bytesOf(), '需求.xlsx', context)
  const { hash, ...apart } = await readNeedsApart(workshop, { bytes: bytesOf(), fileName: '需求.xlsx', context })
  expect({ kind: 'read', ...apart }).toEqual(inside)
  expect(hash).toMatch(/^[0-9a-f]{64}$/)
})

test.each([
  ['too long', { withinMs: 1 }, 'import.took_too_long'],
  ['when too many wait', { waiting: 0, atOnce: 0 }, 'import.busy'],
])('a file that cannot be read %s gets its sentence', async (_, limits, code) => {
  const workshop = new Workshop(limits)
  onTestFinished(() => workshop.close())
  const reading = readNeedsApart(workshop, { bytes: bytesOf(), fileName: '需求.xlsx', context })
  await expect(reading).rejects.toMatchObject({ code })
})
