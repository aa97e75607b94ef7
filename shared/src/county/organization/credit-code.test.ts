import { describe, expect, test } from 'vitest'
import { CreditCode, isCreditCode } from './credit-code.ts'

const code = '91350100M000100Y43' // what tests of other programs take for right
const signs = '0123456789ABCDEFGHJKLMNPQRTUWXY'

describe('a unified social credit code', () => {
  test('with any one sign changed, or two unlike neighbours exchanged, is none', () => {
    expect(isCreditCode(code)).toBe(true)
    const changed = [...code].flatMap((own, i) =>
      [...signs].filter((sign) => sign !== own).map((sign) => code.slice(0, i) + sign + code.slice(i + 1)),
    )
    expect(changed).toHaveLength(18 * 30)
    expect(changed.filter(isCreditCode)).toEqual([])
    const exchanged = [...code].flatMap((own, i) => {
      const next = code[i + 1]
      return next === undefined || next === own ? [] : [code.slice(0, i) + next + own + code.slice(i + 2)]
    })
    expect(exchanged.filter(isCreditCode)).toEqual([])
  })
  test('has eighteen signs, and neither I, O, S, V nor Z', () => {
    expect(['', code.slice(0, 17), `${code}0`, code.replace('M', 'I')].filter(isCreditCode)).toEqual([])
  })
  test('is read in small letters and with blanks, and kept without', () => {
    expect(CreditCode.parse(' 9135 0100 m000100y43 ')).toBe(code)
  })
})
