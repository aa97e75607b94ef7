import { createHash, createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import {
  chanceToMeet,
  drawAlgorithms,
  drawMessage,
  drawSample,
  type FrameEntry,
  frameLine,
  sampleSize,
  secretOf,
  withheldSeedText,
} from './draw.rules.ts'
import { DrawBundle } from './round.schema.ts'

const vectors = new URL('../../../../api/src/follow/draw/verify/test-vectors.json', import.meta.url)
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const keyUnder = (secret: string) => (id: string, version: number) =>
  createHmac('sha256', secret).update(drawMessage(id, version)).digest('hex')

test('the published test vectors, made by another program, come out', () => {
  const bundle = DrawBundle.parse(JSON.parse(readFileSync(vectors, 'utf8')))
  const { frame, seeds, publicValue, commitments, rate, minimum } = bundle
  expect(sha256(frame.map(frameLine).join(''))).toBe(bundle.frameHash)
  expect([sha256(seeds[0]), sha256(withheldSeedText(commitments[1]))]).toEqual([commitments[0], seeds[1]])
  const keyOf = keyUnder(secretOf(seeds[0], seeds[1], ` ${publicValue.value}\n`))
  expect(Object.fromEntries(drawSample(frame, keyOf, { rate, minimum }))).toEqual(bundle.sample)
  expect(bundle.algorithm).toBe(drawAlgorithms[bundle.format])
})

test('the sample of a town is its rate, at least the minimum, at most all of it', () => {
  expect([0, 2, 3, 15, 16, 100].map((n) => sampleSize(n, 0.2, 3))).toEqual([0, 2, 3, 3, 4, 20])
  expect([sampleSize(10, 0.3, 0), sampleSize(1000, 0.333, 0), sampleSize(5, 0, 0), sampleSize(5, 1, 0)]).toEqual([
    3, 333, 0, 5,
  ])
})

test('the sentence on what a sample can find is the hypergeometric chance', () => {
  expect(chanceToMeet(10, 0, 5)).toBe(0)
  expect(chanceToMeet(10, 3, 1)).toBeCloseTo(0.3, 12)
  expect(chanceToMeet(10, 2, 5)).toBeCloseTo(1 - (5 / 10) * (4 / 9), 12)
  expect(chanceToMeet(10, 6, 5)).toBe(1)
})

describe('over 100 000 draws', () => {
  // 8 orders of one town, 2 drawn: each order is expected 25 000 times, each pair in one draw of 28.
  const DRAWS = 100_000
  const ids = Array.from({ length: 8 }, (_, n) => `019a9f3c-6c00-7000-8000-${n.toString(16).padStart(12, '0')}`)
  const frame = ids.map((id, n): FrameEntry => [id, 1 + (n % 4), 'C', 'town', 'owner'])

  test('every order and every pair of orders is drawn equally often', () => {
    const single = new Map<string, number>()
    const pairs = new Map<string, number>()
    const count = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1)
    for (let n = 0; n < DRAWS; n += 1) {
      const secret = secretOf('a fixed seed', 'another fixed seed', String(n))
      const drawn = drawSample(frame, keyUnder(secret), { rate: 0.25, minimum: 2 }).get('town') ?? []
      for (const id of drawn) count(single, id)
      count(pairs, drawn.toSorted().join(' '))
    }
    const chiSquare = (counts: Iterable<number>, expected: number) =>
      [...counts].reduce((sum, found) => sum + (found - expected) ** 2 / expected, 0)
    expect([single.size, pairs.size]).toEqual([8, 28])
    // Critical values at p = 0.001 for 7 and 27 degrees of freedom.
    expect(chiSquare(single.values(), DRAWS / 4)).toBeLessThan(24.32)
    expect(chiSquare(pairs.values(), DRAWS / 28)).toBeLessThan(55.48)
  }, 20_000)
})
