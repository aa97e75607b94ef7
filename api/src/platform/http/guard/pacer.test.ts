import { expect, test } from 'vitest'
import { MustWait } from './must-wait.ts'
import { Pacer } from './pacer.ts'

const at = (seconds: number) => new Date(seconds * 1000)
const waitOf = (take: () => void): number => {
  try {
    take()
  } catch (error) {
    if (error instanceof MustWait) return error.retryAfterSeconds
  }
  return 0
}

test('the limit holds for each key apart; room comes back one by one, and the wait says when', () => {
  const pacer = new Pacer({ most: 2, everyMs: 30_000 })
  pacer.take('a', at(0))
  pacer.take('a', at(1))
  expect(waitOf(() => pacer.take('a', at(10)))).toBe(20)
  expect(() => pacer.take('b', at(10))).not.toThrow()
  expect(() => pacer.take('a', at(30))).not.toThrow()
  expect(waitOf(() => pacer.take('a', at(31)))).toBe(29)
  pacer.giveBack('a')
  expect(() => pacer.take('a', at(31))).not.toThrow()
})

test('any number of keys is forgotten again', () => {
  const pacer = new Pacer({ most: 1, everyMs: 1000 })
  for (let n = 0; n < 50_000; n += 1) pacer.take(`key ${n}`, at(n / 10_000))
  expect(() => pacer.take('key 0', at(6))).not.toThrow()
})
