import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isSatisfied, ratingRefusal, wilson } from './rating.rules.ts'

test('the Wilson interval agrees with published values and always holds the share', () => {
  const interval = wilson(45, 50)
  expect(interval?.low).toBeCloseTo(0.7864, 3)
  expect(interval?.high).toBeCloseTo(0.9565, 3)
  expect(wilson(0, 0)).toBeNull()
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, share) => {
      const successes = Math.round(n * share)
      const { low, high } = wilson(successes, n) ?? { low: 1, high: 0 }
      expect(low).toBeLessThanOrEqual(successes / n + 1e-9)
      expect(high).toBeGreaterThanOrEqual(successes / n - 1e-9)
      expect(low >= 0 && high <= 1).toBe(true)
    }),
  )
})

test('satisfied means the three dimensions average in the top three grades', () => {
  expect(isSatisfied({ attitude: 3, speed: 3, result: 3 })).toBe(true)
  expect(isSatisfied({ attitude: 5, speed: 2, result: 1 })).toBe(false)
})

test('nobody rates own work, nobody rates what was not delivered, and rating needs a reason to be entitled', () => {
  const closed = { state: 'closed' as const, deliveries: 1 }
  expect(ratingRefusal(closed, { entitled: true, part: 'doer' })).toBe('rating.own_work')
  expect(ratingRefusal(closed, { entitled: true, part: 'inspector' })).toBe('rating.own_work')
  expect(ratingRefusal({ state: 'claimed', deliveries: 0 }, { entitled: true, part: null })).toBe(
    'rating.nothing_delivered',
  )
  expect(ratingRefusal(closed, { entitled: false, part: null })).toBe('rating.not_entitled')
  expect(ratingRefusal(closed, { entitled: true, part: 'rater' })).toBeUndefined()
})
