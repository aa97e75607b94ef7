import { cookieOf } from '@dj/api/platform/http/guard/session-cookie.ts'
import { queryTerms } from '@dj/db/search/terms.ts'
import { must } from '@dj/shared/platform/assert.ts'
import type { Scene } from './generate.ts'
import { searchWords } from './generate/texts.ts'
import { tokenOf } from './generate/people.ts'
import type { Shot } from './load.ts'
import { requestOf } from './wire.ts'

export const SECRET = 'a secret of the bench, long enough to seal cookies with'

/** The same question to both: our api as the member's page asks it, signed in, and the bare route. */
export interface Pair {
  ours: Shot
  bare: Shot
}

const at = <T>(list: readonly T[], n: number): T => must(list[n % list.length], 'one of a list')
const cookie = (person: number) => ({ cookie: cookieOf(tokenOf(person), { secret: SECRET, secure: false }) })

const VIEWERS = 50
/** Made once, so that making them is not measured. */
const made =
  (shots: string[]): Shot =>
  (n) =>
    at(shots, n)
const each = (count: number, make: (n: number) => string): Shot =>
  made(Array.from({ length: count }, (_, n) => make(n)))

/** `people[n]` is the id of person n of the crowd. */
export function readShots(
  { towns, readable }: Scene,
  people: readonly string[],
): Record<'list' | 'read' | 'search', Pair> {
  const api = (n: number, path: string) => requestOf('GET', `/api/v1${path}`, cookie(n % VIEWERS))
  const bare = (n: number, path: string) => requestOf('GET', `${path}viewer=${at(people, n % VIEWERS)}`)
  const town = (n: number) => at(towns, Math.floor(towns.length * ((n % 97) / 97) ** 2))
  const tier = (n: number) => at(['C', 'C', 'C', 'B'], n)
  const word = (n: number) => at(searchWords, n)
  const terms = (n: number) => encodeURIComponent(`{${queryTerms(word(n)).join(',')}}`)
  return {
    list: {
      ours: each(1_000, (n) => api(n, `/orders?state=open&tier=${tier(n)}&townId=${town(n)}&limit=20`)),
      bare: each(1_000, (n) => bare(n, `/orders?townId=${town(n)}&tier=${tier(n)}&`)),
    },
    read: {
      ours: each(readable.length, (n) => api(n, `/orders/${at(readable, n)}`)),
      bare: each(readable.length, (n) => bare(n, `/orders/${at(readable, n)}?`)),
    },
    search: {
      ours: each(600, (n) => api(n, `/orders?state=open&q=${encodeURIComponent(word(n))}&limit=20`)),
      bare: each(600, (n) => bare(n, `/orders?terms=${terms(n)}&`)),
    },
  }
}

/** Each claim by a member who has not claimed before, of an order nobody has asked for before. */
export function claimShot(orders: readonly string[], { doers, raters, claimants }: Scene['crowd']): Shot {
  const person = (n: number) => doers + raters + (n % Math.floor(claimants / 2))
  return (n) => {
    const headers = { ...cookie(person(n)), 'idempotency-key': `bench-claim-${n}-${process.pid}` }
    return requestOf('POST', `/api/v1/orders/${at(orders, n)}/claims`, headers, '{}')
  }
}
