import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ClaimState } from './claim-state.ts'
import { isProblemCode } from '../../problem.ts'
import { OrderState } from './order.schema.ts'
import {
  cycleEnds,
  holdsPlace,
  isLive,
  orderActions,
  orderRefusal,
  publishRefusal,
  settledState,
  suggestedTier,
  tierFitsOwner,
} from './order.rules.ts'

const states = fc.constantFrom(...OrderState.options)
const claims = fc.array(fc.constantFrom(...ClaimState.options), { maxLength: 12 })

describe('every state and action is decided', () => {
  test.each(OrderState.options)('%s: each action is possible or has the code of its refusal', (state) => {
    for (const action of orderActions) {
      const refusal = orderRefusal(state, action)
      expect(refusal === undefined || isProblemCode(refusal)).toBe(true)
    }
  })
  test('ended orders allow nothing but rating a closed one', () => {
    const open = (state: OrderState) => orderActions.filter((action) => !orderRefusal(state, action))
    expect(open('closed')).toEqual(['rate'])
    expect(open('retired')).toEqual([])
    expect(open('discarded')).toEqual([])
  })
})

describe('the state of an order follows from its places and claims', () => {
  test('open exactly while a place is free; never out of a decision', () => {
    fc.assert(
      fc.property(states, fc.integer({ min: 1, max: 8 }), claims, (now, places, each) => {
        const next = settledState(now, places, each)
        const loop = now === 'open' || now === 'claimed' || now === 'delivered'
        if (!loop) return void expect(next).toBe(now)
        const held = each.filter(holdsPlace).length
        expect(next === 'open').toBe(held < places)
        if (next === 'delivered') expect(each.filter(isLive).every((state) => state === 'delivered')).toBe(true)
      }),
    )
  })
  test('settling twice changes nothing', () => {
    fc.assert(
      fc.property(states, fc.integer({ min: 1, max: 8 }), claims, (now, places, each) => {
        const once = settledState(now, places, each)
        expect(settledState(once, places, each)).toBe(once)
      }),
    )
  })
  test('a cycle ends only when something was completed and nobody is at work', () => {
    fc.assert(
      fc.property(
        claims,
        (each) => void expect(cycleEnds(each)).toBe(each.includes('completed') && !each.some(isLive)),
      ),
    )
  })
})

test('A and B need a second person, C does not', () => {
  const draft = { state: 'draft' as const, authorId: 'a' }
  expect(publishRefusal({ ...draft, tier: 'A' }, 'a')).toBe('order.second_person_needed')
  expect(publishRefusal({ ...draft, tier: 'B' }, 'a')).toBe('order.second_person_needed')
  expect(publishRefusal({ ...draft, tier: 'B' }, 'b')).toBeUndefined()
  expect(publishRefusal({ ...draft, tier: 'C' }, 'a')).toBeUndefined()
})

test('each kind of owner has one tier at most, and enterprises, stations and alliances none', () => {
  const tiers = (['A', 'B', 'C'] as const).filter((tier) => tierFitsOwner(tier, 'town'))
  expect(tiers).toEqual(['B'])
  for (const kind of ['enterprise', 'station', 'alliance'] as const) {
    expect((['A', 'B', 'C'] as const).some((tier) => tierFitsOwner(tier, kind))).toBe(false)
  }
})

test('three organizations of a town suggest B, three towns suggest A', () => {
  const thresholds = { townOrganizations: 3, countyTowns: 3 }
  const voice = (organizationId: string, townId: string) => ({ organizationId, townId })
  expect(suggestedTier([voice('1', 'x'), voice('2', 'x'), voice('2', 'x')], thresholds)).toBe('C')
  expect(suggestedTier([voice('1', 'x'), voice('2', 'x'), voice('3', 'x')], thresholds)).toBe('B')
  expect(suggestedTier([voice('1', 'x'), voice('2', 'y'), voice('3', 'z')], thresholds)).toBe('A')
})
