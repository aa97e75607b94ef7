import { expect, test } from 'vitest'
import { ImportCounts, ImportLedger } from './import.schema.ts'
import { rowList, rowsNamed } from './import.rules.ts'

test('rows that follow each other are named as a run', () => {
  expect(rowList([4, 5, 6, 9, 11, 12])).toBe('4-6, 9, 11-12')
  expect(rowList([])).toBe('')
  expect(rowsNamed('4-6, 9, 11-12')).toBe(6)
})

const counts = { rows: 9, create: 4, known: 2, repeated: 1, refused: 2, warnings: 3, duplicates: 1 }

test('counts in which a row is missing are no counts of a file', () => {
  expect(ImportCounts.safeParse(counts).success).toBe(true)
  expect(ImportCounts.safeParse({ ...counts, rows: 10 }).success).toBe(false)
  expect(ImportCounts.safeParse({ ...counts, repeated: 0 }).success).toBe(false)
})

test('a ledger names every row of its counts', () => {
  const ledger = { create: [{ sheet: '柳市镇', rows: '4-6, 9' }], known: [], repeated: [], refused: [], setAside: [] }
  expect(ImportLedger.safeParse(ledger).success).toBe(true)
  expect(ImportLedger.safeParse({ ...ledger, known: [{ sheet: '柳市镇', rows: '' }] }).success).toBe(false)
})
