import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, CivilDate, endOfCivilDay } from '../../platform/time/quarter.ts'
import { dueTerm, dueTermAgain, releasedAt, shortens } from './due.rules.ts'

const first = CivilDate.parse('2026-11-18')
const dayAfter = (n: number) => addDays(first, n)
const someDay = fc.option(fc.integer({ min: 0, max: 90 }).map(dayAfter), { nil: null })
const someEnd = fc.integer({ min: 1, max: 90 }).map((n) => endOfCivilDay(dayAfter(n)))

test('a claim is due at the end of its term or of the order’s due day, whichever comes first', () => {
  const term = endOfCivilDay(dayAfter(30))
  expect(dueTerm(term, null)).toEqual({ dueAt: term, termUntil: null })
  expect(dueTerm(term, dayAfter(30))).toEqual({ dueAt: term, termUntil: null })
  expect(dueTerm(term, dayAfter(10))).toEqual({ dueAt: endOfCivilDay(dayAfter(10)), termUntil: term })
})

test('moving the due day there and back changes nothing, and taking it away gives the term back', () => {
  fc.assert(
    fc.property(someEnd, someDay, someDay, (until, before, meanwhile) => {
      const claim = dueTerm(until, before)
      expect(dueTermAgain(dueTermAgain(claim, meanwhile), before)).toEqual(claim)
      expect(dueTermAgain(claim, null)).toEqual({ dueAt: until, termUntil: null })
    }),
  )
})

test('an overdue claim is given back whole days after it was warned of just this deadline', () => {
  const dueAt = endOfCivilDay(dayAfter(10))
  const warnedAt = new Date(dueAt.getTime() + 3 * 60_000)
  expect(releasedAt({ dueAt, warnedAt: null }, 7)).toBeNull()
  expect(releasedAt({ dueAt, warnedAt }, 7)).toEqual(endOfCivilDay(dayAfter(18)))
  expect(releasedAt({ dueAt: endOfCivilDay(dayAfter(20)), warnedAt }, 7)).toBeNull()
})

test('only a day before what a claimant was promised takes something from them', () => {
  const claims = [dueTerm(endOfCivilDay(dayAfter(30)), dayAfter(10)), dueTerm(endOfCivilDay(dayAfter(8)), dayAfter(10))]
  expect(shortens(dayAfter(9), claims)).toBe(true)
  expect([dayAfter(10), dayAfter(60), null].map((day) => shortens(day, claims))).toEqual([false, false, false])
  expect(shortens(dayAfter(1), [])).toBe(false)
})
