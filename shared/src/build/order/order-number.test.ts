import { expect, test } from 'vitest'
import { orderNumberIn } from './order-number.ts'

test('a number is understood however it was typed', () => {
  for (const typed of ['C-2026-000012', ' c-2026-12 ', 'c2026-000012', 'Ｃ－２０２６－１２', 'C 2026 12'])
    expect([typed, orderNumberIn(typed)]).toEqual([typed, 'C-2026-000012'])
})

test('what is no number is none', () => {
  for (const typed of ['', '培训 2026', 'D-2026-000012', 'ZG-2026-000007', 'C-26-12', 'C-2026-0000123'])
    expect([typed, orderNumberIn(typed)]).toEqual([typed, undefined])
})
