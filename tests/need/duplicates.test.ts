import { indexTerms } from '@dj/db/search/terms.ts'
import {
  duplicateScore,
  isProbableDuplicate,
  rarityIn,
  similarity,
  type TermWeight,
} from '@dj/shared/collect/need/similar.rules.ts'
import { duplicateThreshold } from '@dj/shared/county/settings/duplicate-threshold.ts'
import { describe, expect, test } from 'vitest'
import { needsOfAQuarter } from './needs-of-a-quarter.ts'

const voices = needsOfAQuarter.map((need) => ({ ...need, terms: indexTerms(need.body) }))
const pairs = voices.flatMap((a, n) => voices.slice(n + 1).map((b) => ({ a, b })))

const samePairs = [
  [
    '加班工资算法看不懂，十几个人有疑问，想请律师来讲一次劳动合同和工时。',
    '对加班工资计算有疑问,希望安排一次劳动法律讲座。',
  ],
  ['十几家模具厂都用同款钢材，单买价高，希望联合采购。', '模具钢单家采购价格高，建议几家企业一起团购。'],
  ['中午没地方热饭歇脚，希望沿街党群服务站开放。', '希望沿街的党群服务站中午开放给骑手热饭休息'],
]

function scored(weightOf?: TermWeight) {
  const all = pairs.map(({ a, b }) => ({ a, b, score: duplicateScore(a, b, weightOf) }))
  const same = all.filter(({ a, b }) => samePairs.some((pair) => pair.includes(a.body) && pair.includes(b.body)))
  return { all, same, other: all.filter((pair) => !same.includes(pair)) }
}

const weights: [string, TermWeight | undefined][] = [
  ['all terms alike', undefined],
  ['terms weighed by rarity', rarityIn(voices.map((voice) => voice.terms))],
]

describe.each(weights)('probable duplicates among the 45 needs of a quarter, %s', (_, weightOf) => {
  test('within a town exactly the three real pairs are found', () => {
    const found = scored(weightOf).all.filter(({ a, b, score }) => a.town === b.town && isProbableDuplicate(score))
    expect(found.map(({ a, b }) => [a.body, b.body])).toEqual(samePairs)
  })

  test('the threshold stands clear of both sides, even across towns', () => {
    const { same, other } = scored(weightOf)
    expect(Math.min(...same.map((pair) => pair.score))).toBeGreaterThan(duplicateThreshold + 0.02)
    expect(Math.max(...other.map((pair) => pair.score))).toBeLessThan(duplicateThreshold - 0.02)
  })
})

test('a wish in traditional characters is the same wish', () => {
  const simplified = indexTerms('对加班工资计算有疑问，希望安排一次劳动法律讲座')
  expect(similarity(simplified, indexTerms('對加班工資計算有疑問，希望安排一次勞動法律講座'))).toBe(1)
})

test('a shared frame of polite words alone is no duplicate', () => {
  const [law, fire] = ['想请律师讲课', '想请电工检查'].map((body) => ({ terms: indexTerms(body), category: null }))
  expect(law && fire && duplicateScore(law, fire)).toBe(0)
})
