import { expect, test } from 'vitest'
import { orderRefusal } from '../../build/order/order.rules.ts'
import { OrderState } from '../../build/order/order.schema.ts'
import { findingEffect } from './finding-effect.rules.ts'
import { Verdict } from '../../exit/verdict.ts'

/** What an order can be in when somebody looks at it: its frame holds what was live in the quarter. */
const seen = OrderState.options.filter((state) => state !== 'draft' && state !== 'discarded')

test('no verdict but a pass is without effect, unless the order has left the library', () => {
  for (const state of seen) {
    expect(findingEffect(state, 'pass')).toBe('none')
    for (const verdict of ['rectify', 'propose_retirement'] as const)
      expect(findingEffect(state, verdict) === 'record', `${verdict} on ${state}`).toBe(state === 'retired')
  }
})

test('what begins at once is what the table of states allows; the rest joins what runs, or is decided by a second person', () => {
  for (const state of seen) {
    for (const verdict of ['rectify', 'propose_retirement'] as const) {
      const begins = ['notice', 'proposal'].includes(findingEffect(state, verdict))
      expect(begins, `${verdict} on ${state}`).toBe(orderRefusal(state, verdict) === undefined)
    }
  }
  expect(Verdict.options).toHaveLength(3)
})
