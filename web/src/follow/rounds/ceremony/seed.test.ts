import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { commitmentOf, isSeed, keptSeed, seedFor } from './seed.ts'

test('a seed is 64 hex digits, chosen once a round and kept on this device', () => {
  const seed = seedFor('round-1')
  expect(isSeed(seed)).toBe(true)
  expect(seedFor('round-1')).toBe(seed)
  expect(keptSeed('round-1')).toBe(seed)
  expect(seedFor('round-2')).not.toBe(seed)
  expect(keptSeed('round-3')).toBeUndefined()
})

test('the commitment is the SHA-256 of the seed as text, as the server checks it', async () => {
  const seed = seedFor('round-1')
  expect(await commitmentOf(seed)).toBe(createHash('sha256').update(seed).digest('hex'))
})
