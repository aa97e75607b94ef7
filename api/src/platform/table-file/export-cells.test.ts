import { expect, test } from 'vitest'
import Papa from 'papaparse'
import { exportCell, exportCsv } from './export-cells.ts'

test.each([
  '=1+1',
  '+1',
  '-1',
  '@a',
  '\t=1',
  '\r=1',
  '\n=1',
  ' =1',
  '＝1',
  '＋1',
  '－1',
  '＠a',
  '\u00A0=1',
  '\u200B=1',
  '\u2060+1',
  '\uFEFF@a',
  '\u3164=1',
  '\u0001=1',
  '\u{E0020}=1',
])('%j cannot run', (text) => {
  expect(exportCell(text)).toBe(`'${text}`)
})

test.each(['', '想贷款', '1+1', 'a=b', "'=1", '0577-62000001'])('%j stays as it is', (text) =>
  expect(exportCell(text)).toBe(text),
)

test('numbers, days and nothing stay themselves', () => {
  const day = new Date('2026-10-09T00:00:00Z')
  expect([-5, null, true, day].map(exportCell)).toEqual([-5, null, true, day])
})

test('a CSV has its mark, CRLF, quotes where needed, and harmless text', () => {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(
    exportCsv([
      ['需求', '数'],
      ['=cmd|"/c calc"!A1', -5],
      ['两\n行,"引号"', null],
      [new Date('2026-10-09T00:00:00Z'), true],
    ]),
  )
  expect(text.startsWith('\uFEFF需求,数\r\n')).toBe(true)
  expect(Papa.parse(text.slice(1), { skipEmptyLines: true }).data).toEqual([
    ['需求', '数'],
    ['\'=cmd|"/c calc"!A1', '-5'],
    ['两\n行,"引号"', ''],
    ['2026-10-09', 'true'],
  ])
})
