import { Refused } from '@dj/shared/problem.ts'
import { expect, test } from 'vitest'
import { throttle } from './throttle.ts'

const at = (seconds: number) => new Date(seconds * 1000)

test('the limit holds for each key apart, and ends with its window', () => {
  const slow = throttle({ limit: 2, windowMs: 60_000 })
  slow('a', at(0))
  slow('a', at(1))
  expect(() => slow('a', at(59))).toThrow(new Refused('rate_limited'))
  expect(() => slow('b', at(59))).not.toThrow()
  expect(() => slow('a', at(60))).not.toThrow()
})

test('any number of keys is forgotten again', () => {
  const slow = throttle({ limit: 1, windowMs: 1000 })
  for (let n = 0; n < 50_000; n += 1) slow(`key ${n}`, at(n / 10_000))
  expect(() => slow('key 0', at(6))).not.toThrow()
})
