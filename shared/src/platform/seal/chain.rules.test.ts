import { createHash } from 'node:crypto'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { must } from '../assert.ts'
import {
  eventLine,
  type Fault,
  firstFault,
  followChain,
  genesisOf,
  type Head,
  headFault,
  type SealableEvent,
  sealed,
} from './chain.rules.ts'

const digest = (text: string): string => createHash('sha256').update(text).digest('hex')
const genesis = genesisOf('330382', digest)

const anEvent = (n: number): SealableEvent => ({
  at: `2026-11-18T02:00:${String(n % 60).padStart(2, '0')}.000001Z`,
  by: n % 3 === 0 ? null : `person-${n}`,
  claimId: null,
  countyId: '330382',
  data: `{"n": ${n}}`,
  id: `event-${String(n).padStart(4, '0')}`,
  kind: 'order.seconded',
  needId: null,
  orderId: `order-${n % 7}`,
  xid: String(1_000 + n),
})

/** What a superuser can write in: the events, and the chain with the event each place names. */
interface Store {
  events: Map<string, SealableEvent>
  seals: { seq: number; hash: string; eventId: string }[]
}

function aStore(n: number): Store {
  const events = Array.from({ length: n }, (_, i) => anEvent(i))
  const seals = sealed(genesis, events, digest).map((head, i) => ({ ...head, eventId: must(events[i], 'an event').id }))
  return { events: new Map(events.map((event) => [event.id, event])), seals }
}

/** The check as it runs over the database: the chain, what was put in before its end, and the printed heads. */
function verify({ events, seals }: Store, printed: readonly Head[]): Fault | undefined {
  const links = seals.map(({ eventId, ...head }) => ({ ...head, event: events.get(eventId) ?? null }))
  const { head, fault } = followChain(genesis, links, digest)
  const named = new Set(seals.map((seal) => seal.eventId))
  const unsealed = [...events.values()].filter((event) => !named.has(event.id))
  const behind = unsealed.map(({ xid }): Fault => ({ seq: Number(xid) - 999, kind: 'behind' }))
  const hashAt = (seq: number) => seals.find((seal) => seal.seq === seq)?.hash
  return firstFault([
    fault,
    ...behind,
    ...(fault ? [] : printed.map((each) => headFault(each, head, hashAt(each.seq)))),
  ])
}

const SIZE = 40
const place = fc.nat(SIZE - 1)
const field = fc.constantFrom('at', 'by', 'claimId', 'countyId', 'data', 'id', 'kind', 'needId', 'orderId', 'xid')
type Tampering = (store: Store) => number

const eventAt = (store: Store, i: number) => must(store.events.get(must(store.seals[i], 'a seal').eventId), 'an event')
const edit = fc
  .tuple(place, field, fc.string({ minLength: 1, maxLength: 6 }))
  .map(([i, name, text]): Tampering => (store) => {
    const event = eventAt(store, i)
    store.events.set(event.id, { ...event, [name]: `${Reflect.get(event, name) ?? ''}${text}` })
    return i + 1
  })
const remove = fc.tuple(place, fc.boolean()).map(([i, withSeal]): Tampering => (store) => {
  store.events.delete(must(store.seals[i], 'a seal').eventId)
  if (withSeal) store.seals.splice(i, 1)
  return i + 1
})
/** An event put in, with or without a place of its own to which the later ones make room. */
const insert = fc.tuple(place, fc.boolean()).map(([i, withSeal]): Tampering => (store) => {
  const forged = { ...anEvent(i), id: 'forged' }
  store.events.set(forged.id, forged)
  if (!withSeal) return i + 1
  const before = store.seals[i - 1] ?? { ...genesis }
  const seal = { ...must(sealed(before, [forged], digest)[0], 'a head'), eventId: forged.id }
  const later = store.seals.slice(i).map((each) => ({ ...each, seq: each.seq + 1 }))
  store.seals = [...store.seals.slice(0, i), seal, ...later]
  return i + 2
})
const swap = fc
  .tuple(place, place, fc.boolean())
  .filter(([a, b]) => a !== b)
  .map(([a, b, wholePlaces]): Tampering => (store) => {
    const [one, other] = [must(store.seals[a], 'a seal'), must(store.seals[b], 'a seal')]
    store.seals[a] = { ...(wholePlaces ? other : { ...one, eventId: other.eventId }), seq: one.seq }
    store.seals[b] = { ...(wholePlaces ? one : { ...other, eventId: one.eventId }), seq: other.seq }
    return Math.min(a, b) + 1
  })
const truncate = place.map((i): Tampering => (store) => {
  for (const { eventId } of store.seals.splice(i)) store.events.delete(eventId)
  return i + 1
})
/** The whole chain written anew from one place on: right in itself, but not what was printed. */
const rewrite = place.map((i): Tampering => (store) => {
  const event = eventAt(store, i)
  store.events.set(event.id, { ...event, kind: 'order.forged' })
  const events = store.seals.map((_, j) => eventAt(store, j))
  store.seals = sealed(genesis, events, digest).map((head, j) => ({ ...head, eventId: must(events[j], 'an event').id }))
  return SIZE
})

test('ten thousand random tamperings are all found, at the place where the chain is first wrong', () => {
  const whole = aStore(SIZE)
  const end = must(whole.seals.at(-1), 'the end')
  expect(verify(whole, [end])).toBeUndefined()
  const tampering = fc.oneof(edit, remove, insert, swap, truncate, rewrite)
  fc.assert(
    fc.property(tampering, (tamper) => {
      const store: Store = { events: new Map(whole.events), seals: whole.seals.map((seal) => ({ ...seal })) }
      const seq = tamper(store)
      expect(verify(store, [end])?.seq).toBe(seq)
    }),
    { numRuns: 10_000 },
  )
})

test('the chain is one and the same, however it is cut into batches', () => {
  const events = Array.from({ length: 50 }, (_, i) => anEvent(i))
  fc.assert(
    fc.property(fc.nat(50), (cut) => {
      const first = sealed(genesis, events.slice(0, cut), digest)
      const rest = sealed(first.at(-1) ?? genesis, events.slice(cut), digest)
      expect([...first, ...rest]).toEqual(sealed(genesis, events, digest))
    }),
  )
})

test('counties do not share a beginning, and every column stands in the line', () => {
  expect(genesisOf('330381', digest).hash).not.toBe(genesis.hash)
  expect(eventLine(anEvent(1))).toBe(
    '{"at":"2026-11-18T02:00:01.000001Z","by":"person-1","claimId":null,"countyId":"330382","data":"{\\"n\\": 1}","id":"event-0001","kind":"order.seconded","needId":null,"orderId":"order-1","xid":"1001"}',
  )
})
