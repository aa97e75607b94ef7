import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ClaimMode, OrderState } from '../../build/order/order.schema.ts'
import { isProblemCode } from '../../problem.ts'
import { defaultSettings } from '../../county/settings/settings.schema.ts'
import {
  claimActionRefusal,
  claimActions,
  claimAfterAnswer,
  type Claimant,
  claimRefusal,
  extensionRefusal,
  releaseRefusal,
} from './claim.rules.ts'
import { ClaimantKind, ClaimState } from '../../build/order/claim-state.ts'
import { light, worstLight } from '../../build/order/light.rules.ts'

const today = '2026-11-21'
const claimable = fc.record({
  state: fc.constantFrom(...OrderState.options),
  mode: fc.constantFrom(...ClaimMode.options),
  placesLeft: fc.integer({ min: 0, max: 3 }),
  claimBy: fc.constantFrom(null, '2026-11-20', today, '2026-12-01'),
  dueOn: fc.constantFrom(null, '2026-11-20', today, '2026-12-01'),
})
const claimant: fc.Arbitrary<Claimant> = fc.record({
  kind: fc.constantFrom(...ClaimantKind.options),
  isMember: fc.boolean(),
  inHand: fc.integer({ min: 0, max: 4 }),
  limit: fc.constant(3),
  holdsThisOrder: fc.boolean(),
  part: fc.constantFrom(null, 'doer' as const, 'rater' as const, 'inspector' as const),
})

describe('who may claim', () => {
  test('whoever may, claims an open order with a free place, in its mode, in time, below the limit, without another part in it', () => {
    fc.assert(
      fc.property(claimable, claimant, (order, me) => {
        const refusal = claimRefusal(order, me, today)
        if (refusal !== undefined) return void expect(isProblemCode(refusal)).toBe(true)
        expect(order.state).toBe('open')
        expect(order.placesLeft).toBeGreaterThan(0)
        expect(me.inHand).toBeLessThan(me.limit)
        expect(me.isMember && !me.holdsThisOrder).toBe(true)
        expect(order.mode === 'either' || (order.mode === 'individual') === (me.kind === 'member')).toBe(true)
        expect(order.claimBy === null || order.claimBy >= today).toBe(true)
        expect(order.dueOn === null || order.dueOn >= today).toBe(true)
        if (me.kind === 'member') expect(['rater', 'inspector']).not.toContain(me.part)
      }),
      { numRuns: 2000 },
    )
  })
  test('the last day to claim is still in time', () => {
    const order = { state: 'open', mode: 'either', placesLeft: 1, claimBy: today, dueOn: null } as const
    const me = { kind: 'member', isMember: true, inHand: 0, limit: 3, holdsThisOrder: false, part: null } as const
    expect(claimRefusal(order, me, today)).toBeUndefined()
    expect(claimRefusal(order, me, '2026-11-22')).toBe('order.claim_by_passed')
  })
  test('the day on which the order is due can still be worked on, the day after nobody takes it up', () => {
    const order = { state: 'open', mode: 'either', placesLeft: 1, claimBy: null, dueOn: today } as const
    const me = { kind: 'member', isMember: true, inHand: 0, limit: 3, holdsThisOrder: false, part: null } as const
    expect(claimRefusal(order, me, today)).toBeUndefined()
    expect(claimRefusal(order, me, '2026-11-22')).toBe('order.due_passed')
  })
})

describe('the life of a claim', () => {
  test.each(ClaimState.options)('%s: each action is possible or has the code of its refusal', (state) => {
    for (const action of claimActions) {
      const refusal = claimActionRefusal(state, action)
      expect(refusal === undefined || isProblemCode(refusal)).toBe(true)
    }
  })
  test('what is over stays over', () => {
    for (const state of ['completed', 'released', 'lapsed', 'failed', 'ended'] as const) {
      expect(claimActions.filter((action) => !claimActionRefusal(state, action))).toEqual([])
    }
  })
  test('withdrawing is free before work is reported, with a reason after', () => {
    expect(releaseRefusal({ state: 'active', reported: false }, undefined)).toBeUndefined()
    expect(releaseRefusal({ state: 'active', reported: true }, undefined)).toBe('claim.reason_needed')
    expect(releaseRefusal({ state: 'active', reported: true }, '调岗')).toBeUndefined()
    expect(releaseRefusal({ state: 'delivered', reported: true }, '调岗')).toBe('claim.awaiting_answer')
  })
  test('an extension ends with the order’s due day at the latest, and comes once', () => {
    const claim = { state: 'active', extended: false, dueAt: new Date('2026-12-20T16:00:00Z') } as const
    const until = (dueOn: string | null) => ({ dueOn, days: 15 })
    expect(extensionRefusal(claim, until(null))).toBeUndefined()
    expect(extensionRefusal(claim, until('2027-01-03'))).toBe('claim.past_order_due')
    expect(extensionRefusal(claim, until('2027-01-04'))).toBeUndefined()
    expect(extensionRefusal({ ...claim, extended: true }, until(null))).toBe('claim.extended_before')
    expect(extensionRefusal({ ...claim, state: 'delivered' }, until(null))).toBe('claim.awaiting_answer')
  })
  test('not solved goes back once, then fails; partly always goes back', () => {
    expect(claimAfterAnswer('not', false)).toEqual({ state: 'active', notSolvedOnce: true })
    expect(claimAfterAnswer('not', true)).toEqual({ state: 'failed', notSolvedOnce: true })
    expect(claimAfterAnswer('partly', true)).toEqual({ state: 'active', notSolvedOnce: true })
    expect(claimAfterAnswer('solved', false).state).toBe('completed')
  })
})

describe('红黄绿灯', () => {
  const day = 86_400_000
  const at = new Date('2026-11-21T02:00:00Z')
  const after = (days: number) => new Date(at.getTime() + days * day)
  const thresholds = defaultSettings.light
  test('yellow begins at 14 silent days or 5 days left, red at 30 silent days or when due', () => {
    const claim = (silent: number, left: number) =>
      light({ startedAt: after(-silent), lastReportAt: null, dueAt: after(left) }, at, thresholds)
    expect([claim(0, 30), claim(13.9, 30), claim(14, 30), claim(29.9, 30), claim(30, 30)]).toEqual([
      'green',
      'green',
      'yellow',
      'yellow',
      'red',
    ])
    expect([claim(0, 5.1), claim(0, 5), claim(0, 0.001), claim(0, 0)]).toEqual(['green', 'yellow', 'yellow', 'red'])
  })
  test('time alone never makes a light better', () => {
    const rank = { green: 0, yellow: 1, red: 2 }
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: -10, max: 60 }),
        fc.integer({ min: 0, max: 60 }),
        (silent, left, more) => {
          const claim = { startedAt: after(-silent), lastReportAt: null, dueAt: after(left) }
          expect(rank[light(claim, after(more), thresholds)]).toBeGreaterThanOrEqual(rank[light(claim, at, thresholds)])
        },
      ),
    )
  })
  test('an order shows the worst light of its claims', () => {
    expect(worstLight(['green', 'red', 'yellow'])).toBe('red')
    expect(worstLight([])).toBeNull()
  })
})
