import { expect, test } from 'vitest'
import { entryAt, refusalInLog } from './refusal.rules.ts'

test('a hundred thousand refusals in an hour are six entries, counted one by one or many at once', () => {
  const one = Array.from({ length: 100_000 }, (_, n) => entryAt(n, n + 1, 1)).filter((at) => at !== null)
  expect(one).toEqual([1, 10, 100, 1_000, 10_000, 100_000])
  expect([entryAt(0, 250, 1), entryAt(250, 999, 1), entryAt(0, 9, 10), entryAt(9, 10, 10)]).toEqual([
    100,
    null,
    null,
    10,
  ])
})

test('failed sign-ins and what is not allowed are told, slips are not', () => {
  expect(refusalInLog('auth.wrong_credentials', 401)).toEqual({ kind: 'session.refused', first: 1 })
  expect(refusalInLog('session.password_wrong', 422)).toEqual({ kind: 'session.refused', first: 1 })
  expect(refusalInLog('auth.forbidden', 403)).toEqual({ kind: 'access.refused', first: 1 })
  expect(refusalInLog('rate_limited', 429)).toEqual({ kind: 'access.refused', first: 1 })
  expect(refusalInLog('not_found', 404)).toEqual({ kind: 'access.refused', first: 10 })
  expect([refusalInLog('request.invalid', 422), refusalInLog('session.confirm_needed', 403)]).toEqual([null, null])
})
