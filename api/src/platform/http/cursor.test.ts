import { expect, test } from 'vitest'
import { cutPage, fromCursor, toCursor } from './cursor.ts'

const id = '019a9f3c-6c00-7000-8000-000000000001'
const isRefused = (key: string) => {
  try {
    return fromCursor(toCursor({ key, id })) === null
  } catch {
    return true
  }
}

test('a cursor leads back to where the page ended', () => {
  const key = '2026-11-18 02:00:00.123456+00'
  const { nextCursor } = cutPage([key, 'more'], 1, () => ({ key, id }))
  expect(fromCursor(nextCursor ?? '')).toEqual({ key, id })
  const written = [
    '2026-11-18',
    '2026-11-18 02:00:00+00',
    '2026-11-18 02:00:00.1+05:30',
    '2026-11-18T02:00:00.000Z',
    'infinity',
  ]
  expect(written.filter(isRefused)).toEqual([])
})

test('a cursor somebody made up is refused before the database reads it', () => {
  const invented = [
    '7',
    'now',
    'not a date',
    '1e999',
    '2026Q4',
    '0000-01-01',
    '2026-02-30',
    '2026-11-18 25:00:00+00',
    '2026-11-18 02:00:00+99',
    '2026-11-18 02:00:00+16',
  ]
  expect(invented.filter((key) => !isRefused(key))).toEqual([])
  expect(fromCursor(toCursor({ key: '2026Q4', id }), 'name')).toEqual({ key: '2026Q4', id })
})
