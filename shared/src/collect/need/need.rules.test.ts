import { describe, expect, test } from 'vitest'
import { actRefusal, mergeRefusal, needActions, needRefusal, reopenRefusal, unmergeRefusal } from './need.rules.ts'
import { NeedState } from './need.schema.ts'

const need = { id: 'a', state: 'received' as NeedState, mergedIntoId: null, voices: 0 }
const other = { id: 'b', state: 'received' as NeedState, mergedIntoId: null }

describe('what can be done with a need', () => {
  test('a settled need is only reopened, a waiting one is never', () => {
    for (const state of NeedState.options) {
      const settled = state === 'answered' || state === 'declined'
      expect([state, needRefusal(state, 'reopen') === undefined]).toEqual([state, settled])
      expect([state, needRefusal(state, 'second') === undefined]).toEqual([state, !settled])
    }
  })

  test('a need is reopened once', () => {
    expect(reopenRefusal({ state: 'answered', reopened: false })).toBeUndefined()
    expect(reopenRefusal({ state: 'answered', reopened: true })).toBe('need.reopened_before')
    expect(reopenRefusal({ state: 'linked', reopened: false })).toBe('need.not_settled')
  })

  test('a merged need is treated where it was merged into, whatever its state', () => {
    for (const action of needActions) {
      expect(actRefusal({ state: 'received', mergedIntoId: 'b' }, action)).toBe('need.merged')
      expect(actRefusal({ state: 'received', mergedIntoId: null }, action)).toBe(needRefusal('received', action))
    }
  })
})

describe('merging', () => {
  test('a waiting need goes into one that waits or has an order, and into no settled one', () => {
    for (const state of NeedState.options) {
      const refusal = mergeRefusal(need, { ...other, state })
      expect([state, refusal]).toEqual([
        state,
        state === 'received' || state === 'linked' ? undefined : 'need.not_open',
      ])
      if (state !== 'received') expect(mergeRefusal({ ...need, state }, other)).toBe('need.not_open')
    }
  })

  test('not into itself, not twice, not with others inside, not into a merged one', () => {
    expect(mergeRefusal(need, { ...other, id: 'a' })).toBe('need.merge_into_itself')
    expect(mergeRefusal({ ...need, mergedIntoId: 'c' }, other)).toBe('need.merged')
    expect(mergeRefusal({ ...need, voices: 1 }, other)).toBe('need.has_voices')
    expect(mergeRefusal(need, { ...other, mergedIntoId: 'c' })).toBe('need.merged')
  })

  test('is undone where it was done', () => {
    expect(unmergeRefusal({ mergedIntoId: 'b' })).toBeUndefined()
    expect(unmergeRefusal({ mergedIntoId: null })).toBe('need.not_merged')
  })
})
