import { foldText, indexTerms, queryTerms } from '@dj/db/search/terms.ts'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const finds = (q: string, text: string) => new Set(queryTerms(q)).isSubsetOf(new Set(indexTerms(text)))

/** Chinese simplified and traditional, Latin, digits, full width, punctuation and what cannot be seen. */
const mixedText = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.integer({ min: 0x4e00, max: 0x9fff }).map((code) => String.fromCodePoint(code)) },
      { weight: 3, arbitrary: fc.constantFrom(...'乾隆電纜薴苧著瞭計畫ＬＥＤ灯5吨ABCé，。 　、！\n\u200b\u00ad') },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 2 }) },
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''))

const textAndPart = mixedText.chain((text) => {
  const chars = Array.from(text)
  return fc
    .tuple(fc.nat(chars.length), fc.nat(chars.length))
    .map(([a, b]) => ({ text, part: chars.slice(Math.min(a, b), Math.max(a, b)).join('') }))
})

describe('folding', () => {
  test.each([
    ['對加班費計算有疑問', '对加班费计算有疑问'],
    ['ＬＥＤ燈，１３８００００', 'led灯 1380000'],
    ['三會一課\u200b人到不齊', '三会一课人到不齐'],
    ['  “红色先锋贷”——Café！ ', '红色先锋贷 cafe'],
    ['，。！', ''],
  ])('%j reads %j', (text, folded) => {
    expect(foldText(text)).toBe(folded)
  })

  test('twice changes nothing', () => {
    fc.assert(
      fc.property(mixedText, (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text))
      }),
    )
  })

  test('reads each character alone, so that a word cut in two folds as the whole does', () => {
    expect(foldText('乾隆')).toBe(foldText('乾') + foldText('隆'))
  })
})

describe('search', () => {
  test('finds a text by any part of it, wherever it is cut', () => {
    fc.assert(
      fc.property(textAndPart, ({ text, part }) => {
        expect(finds(part, text)).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  test.each([
    ['采购', '十几家模具厂都用同款钢材，希望联合采购。'],
    ['聯合採購', '希望联合采购'],
    ['联合采购', '希望聯合採購'],
    ['計畫', '乡村振兴计划'],
    ['LED灯', '厂区 LED 灯不亮'],
    ['led', '厂区LED灯不亮'],
    ['000123', 'A-2026-000123'],
    ['5吨', '想拆借约5吨铜材'],
    ['采购 模具', '十几家模具厂希望联合采购'],
  ])('%s finds %s', (q, text) => {
    expect(queryTerms(q)).not.toEqual([])
    expect(finds(q, text)).toBe(true)
  })

  test.each([
    ['采购', '希望采光好，便于购物'],
    ['采购 律师', '十几家模具厂希望联合采购'],
    ['合采', '联合、采购'],
    ['led', '上月 le 与 ed 型'],
    ['A类', 'B类订单，A级信用'],
  ])('%s does not find %s', (q, text) => {
    expect(finds(q, text)).toBe(false)
  })

  test.each(['电', 'A', '，', '', ' 电 , 工 '])('%j is too short to narrow anything and has no terms', (q) => {
    expect(queryTerms(q)).toEqual([])
  })

  test('terms are unique and hold two or three characters', () => {
    fc.assert(
      fc.property(mixedText, (text) => {
        const terms = indexTerms(text)
        expect(new Set(terms).size).toBe(terms.length)
        expect(terms.every((term) => [2, 3].includes(Array.from(term).length))).toBe(true)
      }),
    )
  })
})
