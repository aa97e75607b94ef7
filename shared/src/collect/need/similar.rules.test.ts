import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { duplicateScore, isProbableDuplicate, rarityIn, similarity } from './similar.rules.ts'
import { duplicateThreshold } from '../../county/settings/duplicate-threshold.ts'

const terms = fc.array(fc.constantFrom('加班', '班工', '工资', '劳动', '律师', '模具', '采购', '热饭'))

describe('similarity', () => {
  test('is symmetric, within 0..1, and 1 for the same terms in any order', () => {
    fc.assert(
      fc.property(terms, terms, (a, b) => {
        expect(similarity(a, b)).toBe(similarity(b, a))
        expect(similarity(a, b)).toBeGreaterThanOrEqual(0)
        expect(similarity(a, b)).toBeLessThanOrEqual(1)
        expect(similarity(a, a.toReversed())).toBe(1)
      }),
    )
  })

  test('is 1 only for equal sets and 0 only when nothing is shared', () => {
    fc.assert(
      fc.property(terms, terms, (a, b) => {
        const equal = new Set(a).symmetricDifference(new Set(b)).size === 0
        const disjoint = new Set(a).isDisjointFrom(new Set(b))
        expect(similarity(a, b) === 1).toBe(equal)
        expect(similarity(a, b) === 0).toBe(disjoint && !equal)
      }),
    )
  })

  test('counts what is shared twice over what both hold', () => {
    expect(similarity(['加班', '工资', '律师'], ['加班', '工资', '讲座'])).toBeCloseTo(4 / 6)
  })

  test('stays symmetric and within 0..1 when terms are weighed', () => {
    fc.assert(
      fc.property(terms, terms, (a, b) => {
        const weightOf = rarityIn([a, b, ['采购']])
        expect(similarity(a, b, weightOf)).toBeCloseTo(similarity(b, a, weightOf), 12)
        expect(similarity(a, b, weightOf)).toBeLessThanOrEqual(1)
      }),
    )
  })
})

describe('rarity', () => {
  test('a term of one text tells more than a term of all, and no term tells nothing', () => {
    const weightOf = rarityIn([['希望', '加班'], ['希望', '采购'], ['希望']])
    expect(weightOf('加班')).toBeGreaterThan(weightOf('希望'))
    expect(weightOf('希望')).toBeGreaterThan(0)
    expect(weightOf('未见')).toBe(weightOf('加班'))
  })
})

describe('the score of a duplicate', () => {
  const wage = ['加班', '班工', '工资', '律师']

  test('falls when the categories contradict, and not when one is unknown', () => {
    const plain = duplicateScore({ terms: wage }, { terms: wage, category: 'rights' })
    expect(plain).toBe(1)
    expect(duplicateScore({ terms: wage, category: 'care' }, { terms: wage, category: 'rights' })).toBeLessThan(plain)
  })

  test('is 0 for one or two shared terms, unless a text has no more', () => {
    expect(duplicateScore({ terms: wage }, { terms: ['加班', '班工', '采购'] })).toBe(0)
    expect(duplicateScore({ terms: wage }, { terms: ['加班', '班工'] })).toBeGreaterThan(0)
  })

  test('is 0 for texts without terms, even for two of them', () => {
    expect(duplicateScore({ terms: [] }, { terms: [] })).toBe(0)
  })

  test('counts as probable from the threshold on', () => {
    expect(isProbableDuplicate(duplicateThreshold)).toBe(true)
    expect(isProbableDuplicate(duplicateThreshold - 0.001)).toBe(false)
    expect(isProbableDuplicate(0.5, 0.6)).toBe(false)
  })
})
