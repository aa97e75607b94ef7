import { recordEvent } from '@dj/db/queries/platform/events.ts'
import { newId } from '@dj/api/platform/deps.ts'
import type { EventKind } from '@dj/shared/platform/event/event-kinds.ts'
import { eventTable } from '@dj/db/tables/platform/event.table.ts'
import { afterEach, expect, vi } from 'vitest'
import { test as base, type Person, type World } from '../../support/world.ts'

interface Listening {
  status: number
  heard: { kind: string; id: string }[]
  /** Resolves when the stream has ended. */
  ended: Promise<void>
  close(): Promise<void>
}

const test = base.extend<{ listen: (person: Person) => Promise<Listening> }>({
  listen: async ({ world }, use) => {
    const open: Listening[] = []
    await use(async (person) => {
      const listening = await follow(world, person)
      open.push(listening)
      return listening
    })
    await Promise.all(open.map((each) => each.close()))
  },
})

async function follow(world: World, { cookie }: Person): Promise<Listening> {
  const response = await world.open.app.request('/api/v1/events/stream', { headers: { cookie } })
  const heard: Listening['heard'] = []
  const reader = response.body?.getReader()
  const read = async () => {
    for (let chunk = await reader?.read(); chunk && !chunk.done; chunk = await reader?.read()) {
      const words = new TextDecoder().decode(chunk.value)
      for (const [, data = ''] of words.matchAll(/^data: (.*)$/gm)) heard.push(JSON.parse(data))
    }
  }
  return { status: response.status, heard, ended: read(), close: async () => reader?.cancel() }
}

const anEvent = (world: World, kind: EventKind, orderId = newId()) =>
  world.deps
    .withTx(world.county.id, (tx, at) => recordEvent(tx, { countyId: world.county.id, kind, at, by: null, orderId }))
    .then(() => orderId)

/** As a process makes one whose clock shows that. */
function idAt(ms: number): string {
  const hex = ms.toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}${newId().slice(13)}`
}

afterEach(() => void vi.useRealTimers())

test('a change reaches everybody in the county, as kind and id and nothing else', async ({ world, listen }) => {
  const listeners = await Promise.all([listen(await world.aMember()), listen(await world.aWorker())])
  const orderId = await anEvent(world, 'order.published')
  for (const { heard } of listeners) {
    await vi.waitFor(() => expect(heard).toContainEqual({ kind: 'order', id: orderId }), 5_000)
    expect(heard.every((each) => Object.keys(each).toString() === 'kind,id')).toBe(true)
  }
})

test('a round, and what comes of it, is heard by everybody without naming any order: the sample stays unknown', async ({
  world,
  listen,
}) => {
  const { heard } = await listen(await world.aMember())
  const kinds = ['round.excuse_asked', 'finding.submitted', 'appeal.filed', 'rectification.issued'] as const
  const others = ['retirement.proposed', 'bulletin.published', 'round.drawn', 'conflict.declared'] as const
  const orderIds = await Promise.all(
    [...kinds, ...others, 'finding.saved' as const].map((kind) => anEvent(world, kind)),
  )
  const told = ['round', 'finding', 'appeal', 'rectification', 'retirement', 'bulletin', 'conflict']
  for (const kind of told) await vi.waitFor(() => expect(heard).toContainEqual({ kind, id: 'many' }), 5_000)
  expect(heard.filter(({ id }) => orderIds.some((each) => each === id))).toEqual([])
})

test('what an inspector is writing is heard by nobody', async ({ world, listen }) => {
  const { heard } = await listen(await world.aMember())
  await anEvent(world, 'finding.saved')
  const later = await anEvent(world, 'order.published')
  await vi.waitFor(() => expect(heard).toContainEqual({ kind: 'order', id: later }), 5_000)
  expect(heard.some(({ kind }) => kind === 'finding')).toBe(false)
})

test('another county hears nothing of it', async ({ world, listen }) => {
  const [near, far] = [
    await listen(await world.aMember()),
    await listen(await world.aMember({ county: await world.otherCounty() })),
  ]
  const orderId = await anEvent(world, 'order.published')
  await vi.waitFor(() => expect(near.heard).toContainEqual({ kind: 'order', id: orderId }), 5_000)
  expect(far.heard.some((each) => each.id === orderId)).toBe(false)
})

test('what commits late, behind newer events, is still heard, and nothing twice', async ({ world, listen }) => {
  const { heard } = await listen(await world.aMember())
  const late = newId()
  const { promise: newerIsHeard, resolve: goOn } = Promise.withResolvers<void>()
  const slow = world.deps.withTx(world.county.id, async (tx, at) => {
    await recordEvent(tx, { countyId: world.county.id, kind: 'order.edited', at, by: null, orderId: late })
    await newerIsHeard
  })
  const newer = await anEvent(world, 'order.published')
  await vi.waitFor(() => expect(heard.some((each) => each.id === newer)).toBe(true), 5_000)
  goOn()
  await slow
  await vi.waitFor(() => expect(heard.some((each) => each.id === late)).toBe(true), 5_000)
  await anEvent(world, 'order.seconded')
  expect(heard.filter((each) => each.id === newer)).toHaveLength(1)
})

test('a change is heard whatever the clock of the process said that made it, and nothing twice', async ({
  world,
  listen,
}) => {
  const { heard } = await listen(await world.aMember())
  const first = await anEvent(world, 'order.published')
  await vi.waitFor(() => expect(heard.some((each) => each.id === first)).toBe(true), 5_000)
  const day = 86_400_000
  const orders: string[] = []
  for (const aheadMs of [-3 * day, 3 * day, -120_000, 0]) {
    const [id, orderId] = [idAt(Date.now() + aheadMs), newId()]
    orders.push(orderId)
    await world.deps.withTx(world.county.id, (tx, at) =>
      tx.insert(eventTable).values({ countyId: world.county.id, id, kind: 'order.edited', at, orderId, data: {} }),
    )
    await vi.waitFor(() => expect(heard.some((each) => each.id === orderId)).toBe(true), 5_000)
  }
  const last = await anEvent(world, 'order.seconded')
  await vi.waitFor(() => expect(heard.some((each) => each.id === last)).toBe(true), 5_000)
  expect(orders.map((order) => heard.filter(({ id }) => id === order).length)).toEqual([1, 1, 1, 1])
})

test('who comes a moment after a change still hears it; a great many are told as one of each kind', async ({
  world,
  listen,
}) => {
  const first = await listen(await world.aMember())
  const orderId = await anEvent(world, 'order.published')
  await vi.waitFor(() => expect(first.heard.some((each) => each.id === orderId)).toBe(true), 5_000)
  const second = await listen(await world.aMember())
  await vi.waitFor(() => expect(second.heard).toContainEqual({ kind: 'order', id: orderId }), 1_000)
  await Promise.all(Array.from({ length: 150 }, () => anEvent(world, 'need.received')))
  await vi.waitFor(() => expect(first.heard).toContainEqual({ kind: 'need', id: 'many' }), 5_000)
})

test('a person may follow on five screens; the sixth is told to wait', async ({ world, listen }) => {
  const member = await world.aMember()
  const streams = await Promise.all(Array.from({ length: 5 }, () => listen(member)))
  expect(streams.map((each) => each.status)).toEqual([200, 200, 200, 200, 200])
  expect((await listen(member)).status).toBe(429)
  await streams[0]?.close()
  expect((await listen(member)).status).toBe(200)
})

test('a stream ends with its session, and when the server stops', async ({ world, listen }) => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  const [leaving, staying] = [await world.aMember(), await world.aMember()]
  const [gone, kept] = [await listen(leaving), await listen(staying)]
  await world.as(leaving).del('/session')
  await vi.advanceTimersByTimeAsync(30_000)
  await gone.ended
  expect((await world.as(staying).get('/session')).status).toBe(200)
  world.deps.changes.close()
  await kept.ended
  expect((await listen(staying)).status).toBe(503)
})

test('without a session there is no stream', async ({ world }) => {
  expect((await world.anonymous().get('/events/stream')).code).toBe('auth.required')
})
