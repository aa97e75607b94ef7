import { expect, test } from 'vitest'
import { attemptsThatFit } from './pace.ts'

const wish = { attempts: 1_000, withinMs: 90_000, least: 140 }

test.for([
  ['before there is a pace', { answered: 20, ms: 60_000 }, 1_000],
  ['on a quick machine', { answered: 200, ms: 4_000 }, 1_000],
  ['on a busy one', { answered: 100, ms: 10_000 }, 540],
  ['on one that hardly moves', { answered: 50, ms: 60_000 }, 140],
] as const)('%s', ([, so, fit]) => {
  expect(attemptsThatFit(wish, so)).toBe(fit)
})
