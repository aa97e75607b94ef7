import { describe, expect, test } from 'vitest'
import { problems } from '../../problem.ts'
import {
  closeRefusal,
  confirmCloseRefusal,
  drawRefusal,
  freezeRefusal,
  roundActions,
  roundRefusal,
} from './round.rules.ts'
import { RoundState } from './round.schema.ts'

test('every act in every state is possible or refused with a known code', () => {
  for (const state of RoundState.options) {
    for (const action of roundActions) {
      const refusal = roundRefusal(state, action)
      expect(refusal === undefined || refusal in problems).toBe(true)
    }
  }
})

test('nothing leads back: once drawn, neither seeds nor value nor draw nor abort are possible again', () => {
  for (const state of ['drawn', 'running', 'closing', 'closed'] as const) {
    for (const action of ['reveal', 'fall_back', 'public_value', 'draw'] as const)
      expect(roundRefusal(state, action)).toBe('round.drawn_already')
    expect(roundRefusal(state, 'abort')).toBeDefined()
    expect(freezeRefusal(state, 2)).toBe('round.frozen_already')
  }
})

describe('a draw', () => {
  const ready = { state: 'frozen', seeds: 2, publicValue: '7', revealerIds: ['one', 'two'] } as const
  test('needs both seeds, the value, and someone who had no hand in them', () => {
    expect(drawRefusal(ready, 'three')).toBeUndefined()
    expect(drawRefusal({ ...ready, seeds: 1 }, 'three')).toBe('round.seeds_missing')
    expect(drawRefusal({ ...ready, publicValue: null }, 'three')).toBe('round.public_value_missing')
    expect(drawRefusal(ready, 'two')).toBe('round.drawer_is_revealer')
  })
})

test('closing needs a whole census, and a second person who finds it whole', () => {
  expect(closeRefusal('running', { census: 1 })).toBe('round.census_incomplete')
  expect(closeRefusal('running', { census: 0 })).toBeUndefined()
  const closing = { state: 'closing', closingById: 'one' } as const
  expect(confirmCloseRefusal(closing, { census: 0 }, 'one')).toBe('round.second_person_needed')
  expect(confirmCloseRefusal(closing, { census: 1 }, 'two')).toBe('round.census_incomplete')
  expect(confirmCloseRefusal(closing, { census: 0 }, 'two')).toBeUndefined()
})
