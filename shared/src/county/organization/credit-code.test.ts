import { describe, expect, test } from 'vitest'
import { CreditCode, isCreditCode } from './credit-code.ts'

// The example of the standard's annex, and two published by their holders.
describe('a unified social credit code', () => {
  test('ends in the check character of the others', () => {
    expect(
      ['91350100M000100Y43', '91110000600037341L', '914403001922038216'].filter((code) => !isCreditCode(code)),
    ).toEqual([])
  })
  test('with one sign changed or two exchanged is none', () => {
    const wrong = [
      '91350100M000100Y44',
      '91350100M000010Y43',
      '91350100M00010Y043',
      '91350100M000100Y4',
      '91350100I000100Y43',
    ]
    expect(wrong.filter(isCreditCode)).toEqual([])
  })
  test('is read in small letters and with blanks, and kept without', () => {
    expect(CreditCode.parse(' 9135 0100 m000100y43 ')).toBe('91350100M000100Y43')
  })
})
