import { describe, expect, test } from 'vitest'
import { defaultSettings } from '../../county/settings/settings.schema.ts'
import { poorRating } from './poor.rules.ts'

const rule = defaultSettings.rating
const none = { ratings: 0, satisfied: 0, answers: 0, notSolved: 0 }

describe('a poor rating', () => {
  test('needs five ratings, and even the upper end of the interval below 60 %', () => {
    expect(poorRating({ ...none, ratings: 4, satisfied: 0 }, rule)).toBeNull()
    expect(poorRating({ ...none, ratings: 5, satisfied: 0 }, rule)).toBe('satisfaction')
    expect(poorRating({ ...none, ratings: 5, satisfied: 1 }, rule)).toBeNull()
    expect(poorRating({ ...none, ratings: 20, satisfied: 7 }, rule)).toBe('satisfaction')
    expect(poorRating({ ...none, ratings: 20, satisfied: 8 }, rule)).toBeNull()
  })

  test('or a third of at least three answers "not solved"', () => {
    expect(poorRating({ ...none, answers: 2, notSolved: 2 }, rule)).toBeNull()
    expect(poorRating({ ...none, answers: 3, notSolved: 1 }, rule)).toBe('not_solved')
    expect(poorRating({ ...none, answers: 4, notSolved: 1 }, rule)).toBeNull()
  })

  test('nobody said anything: nothing is poor, whatever the thresholds', () => {
    expect(poorRating(none, { ...rule, notSolvedShare: 0, notSolvedMinimumN: 1, minimumN: 1 })).toBeNull()
    expect(poorRating({ ...none, answers: 3 }, { ...rule, notSolvedShare: 0 })).toBeNull()
  })
})
