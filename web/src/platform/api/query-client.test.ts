import { QueryObserver } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ApiProblem } from './problem.ts'
import { createQueryClient } from './query-client.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** How often a page asks when the answer is always this, and whether the session was given up. */
async function asking(problem: ApiProblem): Promise<{ asked: number; lost: number }> {
  const lost = vi.fn()
  const queryFn = vi.fn().mockRejectedValue(problem)
  const stop = new QueryObserver(createQueryClient(lost), { queryKey: ['orders'], queryFn }).subscribe(() => undefined)
  await vi.advanceTimersByTimeAsync(60_000)
  stop()
  return { asked: queryFn.mock.calls.length, lost: lost.mock.calls.length }
}

test('a refusal is taken for an answer', async () => {
  expect(await asking(new ApiProblem({ status: 409, code: 'order.not_open' }))).toEqual({ asked: 1, lost: 0 })
})

test('a failing server and a missing network are asked again, gently', async () => {
  expect(await asking(new ApiProblem({ status: 500, code: 'internal' }))).toEqual({ asked: 3, lost: 0 })
  expect(await asking(new ApiProblem({ status: 0, code: 'network.offline' }))).toEqual({ asked: 3, lost: 0 })
})

test('a lost session is noticed at once', async () => {
  expect(await asking(new ApiProblem({ status: 401, code: 'auth.required' }))).toEqual({ asked: 1, lost: 1 })
})
