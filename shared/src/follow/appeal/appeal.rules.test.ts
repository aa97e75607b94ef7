import { expect, test } from 'vitest'
import {
  type Appealed,
  changedFinding,
  changedRating,
  decideAppealRefusal,
  findingChangeRefusal,
  proposalStands,
  ratingChangeRefusal,
} from './appeal.rules.ts'

const appeal: Appealed = {
  state: 'filed',
  filedById: 'claimant',
  againstIds: ['inspector', null],
  order: { tier: 'C', authorId: 'author', publisherId: 'publisher' },
}
const third = { personId: 'third', part: null, leadsOwner: false }
const poor = { effect: 'poor', verdict: 'rectify' } as const
const rating = { attitude: 1, speed: 1, result: 1, excluded: false }
const change = { decision: 'change', reason: '复核' } as const

test('a third body decides, once: nobody who filed, gave, wrote, published or took part, and no lead of the owner', () => {
  expect(decideAppealRefusal(appeal, third)).toBeUndefined()
  expect(decideAppealRefusal({ ...appeal, state: 'kept' }, third)).toBe('appeal.decided')
  for (const personId of ['claimant', 'inspector', 'author', 'publisher']) {
    expect(decideAppealRefusal(appeal, { ...third, personId })).toBe('appeal.not_third')
  }
  for (const part of ['doer', 'rater', 'inspector'] as const) {
    expect(decideAppealRefusal(appeal, { ...third, part })).toBe('appeal.not_third')
  }
  expect(decideAppealRefusal(appeal, { ...third, leadsOwner: true })).toBe('appeal.not_third')
  const county = { ...appeal, order: { ...appeal.order, tier: 'A' as const } }
  expect(decideAppealRefusal(county, { ...third, leadsOwner: true })).toBeUndefined()
})

test('a change changes something of the kind appealed against', () => {
  expect(findingChangeRefusal(poor, change)).toBe('appeal.nothing_changed')
  expect(findingChangeRefusal(poor, { ...change, effect: 'poor' })).toBe('appeal.nothing_changed')
  expect(findingChangeRefusal(poor, { ...change, effect: 'good', excluded: true })).toBe('appeal.nothing_changed')
  expect(findingChangeRefusal(poor, { ...change, verdict: 'pass' })).toBe('finding.verdict_mismatch')
  expect(findingChangeRefusal(poor, { ...change, effect: 'fair' })).toBeUndefined()
  expect(ratingChangeRefusal(rating, { ...change, excluded: false })).toBe('appeal.nothing_changed')
  expect(ratingChangeRefusal(rating, { ...change, excluded: true, verdict: 'pass' })).toBe('appeal.nothing_changed')
  expect(ratingChangeRefusal(rating, { ...change, excluded: true })).toBeUndefined()
  expect(changedRating(rating, { ...change, excluded: true })).toEqual({ ...rating, excluded: true })
  expect(changedFinding(poor, { ...change, effect: 'fair' })).toEqual({ effect: 'fair', verdict: 'rectify' })
})

test('a proposal stands as long as what it rests on does', () => {
  const proposed = { effect: 'poor', verdict: 'propose_retirement' } as const
  const passed = { effect: 'fair', verdict: 'pass' } as const
  expect(proposalStands('finding', proposed, { effect: 'fair', verdict: 'propose_retirement' })).toBe(true)
  expect(proposalStands('finding', proposed, poor)).toBe(false)
  expect(proposalStands('finding', poor, { ...poor, effect: 'fair' })).toBe(false)
  expect(proposalStands('second_poor', poor, proposed)).toBe(true)
  expect(proposalStands('second_poor', poor, passed)).toBe(false)
  expect(proposalStands('failed_rectification', poor, { effect: 'fair', verdict: 'rectify' })).toBe(true)
  expect(proposalStands('failed_rectification', poor, passed)).toBe(false)
})
