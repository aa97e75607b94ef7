import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ClaimState } from './claim-state.ts'
import { claimDeadline, type ClaimClock, orderDeadline, type OrderClock } from './deadline.rules.ts'
import { OrderState } from './order.schema.ts'
import { isLive } from './order.rules.ts'

const at = (day: number) => new Date(Date.UTC(2026, 10, day, 16))
const clock = (state: ClaimState, wish: Partial<ClaimClock> = {}): ClaimClock => ({
  ...{ state, dueAt: at(30), warnedAt: null, respondBy: null, deliveredAt: null },
  ...wish,
})
const order = (state: OrderState, wish: Partial<OrderClock> = {}): OrderClock => ({
  ...{ state, claimBy: null, dueOn: null, claims: [], rectify: null, object: null },
  ...wish,
})
const open = order('open')
const terms = { unansweredDays: 7, overdueReleaseDays: 7 }

test('a request is waited for by its owner, work by its claimant, a delivery by its requester', () => {
  const deadlines = [
    clock('requested', { respondBy: at(20) }),
    clock('active'),
    clock('delivered', { deliveredAt: at(21) }),
  ].map((claim) => claimDeadline(claim, open, terms))
  expect(deadlines).toEqual([
    { kind: 'confirm', until: at(20) },
    { kind: 'finish', until: at(30), releasedAt: null },
    { kind: 'answer', until: at(28) },
  ])
})

test('under a notice only the notice has a deadline, on the order and on its claims alike; a delivery is still answered', () => {
  const held = order('rectifying', { claims: [clock('active')], rectify: { until: at(25) } })
  expect(orderDeadline(held, terms)).toEqual({ kind: 'rectify', until: at(25) })
  expect(claimDeadline(clock('active'), held, terms)).toEqual({ kind: 'rectify', until: at(25) })
  expect(claimDeadline(clock('delivered', { deliveredAt: at(21) }), held, terms)?.kind).toBe('answer')
  const objecting = order('retiring', { claims: [clock('active')], object: { until: null } })
  expect(orderDeadline(objecting, terms)).toEqual({ kind: 'object', until: null })
})

test('submitted to be looked at again, or proposed and not yet decided, nothing runs out', () => {
  const claims = [clock('active')]
  for (const state of ['rectifying', 'retiring'] as const) {
    expect(orderDeadline(order(state, { claims }), terms)).toBeNull()
    expect(claimDeadline(clock('active'), order(state), terms)).toBeNull()
  }
})

test('an order has the nearest deadline of its claims, before the day until which others may claim', () => {
  const claims = [clock('active'), clock('requested', { respondBy: at(22) }), clock('released')]
  expect(orderDeadline(order('open', { claims, claimBy: '2026-11-20' }), terms)).toEqual({
    kind: 'confirm',
    until: at(22),
  })
  expect(orderDeadline(order('open', { claimBy: '2026-11-20' }), terms)).toEqual({ kind: 'claim', until: at(20) })
  expect(orderDeadline(order('open', { dueOn: '2026-11-20' }), terms)).toEqual({ kind: 'finish', until: at(20) })
  expect(orderDeadline(open, terms)).toBeNull()
})

test('whatever the states, what is over waits for nothing, and an order never says later than one of its live claims', () => {
  const someClock = fc.record({
    state: fc.constantFrom(...ClaimState.options),
    dueAt: fc.integer({ min: 1, max: 90 }).map(at),
    warnedAt: fc.constant(null),
    respondBy: fc.constantFrom(null, at(22)),
    deliveredAt: fc.constantFrom(at(1), at(21)),
  })
  const claims = fc.array(someClock, { maxLength: 4 })
  fc.assert(
    fc.property(fc.constantFrom(...OrderState.options), claims, (state, given) => {
      const found = orderDeadline(order(state, { claims: given }), terms)
      const isOver = ['draft', 'discarded', 'closed', 'retired'].includes(state)
      if (isOver) expect(found).toBeNull()
      for (const claim of given) {
        const own = claimDeadline(claim, order(state), terms)
        if (!isLive(claim.state)) expect(own).toBeNull()
        else if (!isOver && found?.until && own?.until) expect(found.until <= own.until).toBe(true)
      }
    }),
  )
})
