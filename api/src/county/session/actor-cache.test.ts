import { expect, test } from 'vitest'
import { ActorCache } from './actor-cache.ts'
import type { SignedIn } from '../../platform/accounts.ts'

const signedIn = (personId: string): SignedIn => ({
  confirmedAt: 0,
  username: personId,
  actor: { countyId: '330382', personId, accountId: personId, kind: 'member', homeOrganizationId: null, grants: [] },
})

function listening() {
  const clock = { now: 0 }
  const cache = new ActorCache(() => clock.now)
  cache.listening(true)
  return { cache, clock }
}

test('an answer is kept for a minute at most, and no longer than it holds', () => {
  const { cache, clock } = listening()
  cache.put('long', signedIn('a'), 1_000_000, cache.ticket())
  cache.put('short', signedIn('b'), 500, cache.ticket())
  clock.now = 499
  expect(cache.get('short')).toEqual(signedIn('b'))
  clock.now = 500
  expect(cache.get('short')).toBeUndefined()
  clock.now = 59_999
  expect(cache.get('long')).toEqual(signedIn('a'))
  clock.now = 60_000
  expect(cache.get('long')).toBeUndefined()
})

test('an answer that a change has overtaken is not kept', () => {
  const { cache } = listening()
  const ticket = cache.ticket()
  cache.forget('a')
  cache.put('key', signedIn('a'), 60_000, ticket)
  expect(cache.get('key')).toBeUndefined()
})

test('forgetting a person forgets all their sessions and nobody else’s', () => {
  const { cache } = listening()
  for (const [key, person] of [
    ['phone', 'a'],
    ['desk', 'a'],
    ['other', 'b'],
  ] as const) {
    cache.put(key, signedIn(person), 60_000, cache.ticket())
  }
  cache.forget('a')
  expect(['phone', 'desk', 'other'].map((key) => cache.get(key)?.username)).toEqual([undefined, undefined, 'b'])
})

test('while nobody listens nothing is kept, and what was kept is gone', () => {
  const { cache } = listening()
  cache.put('key', signedIn('a'), 60_000, cache.ticket())
  cache.listening(false)
  expect(cache.get('key')).toBeUndefined()
  cache.put('key', signedIn('a'), 60_000, cache.ticket())
  expect(cache.get('key')).toBeUndefined()
  const ticket = cache.ticket()
  cache.listening(true)
  cache.put('key', signedIn('a'), 60_000, ticket)
  expect(cache.get('key')).toBeUndefined()
})
