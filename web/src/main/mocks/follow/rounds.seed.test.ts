import { afterEach, expect, test, vi } from 'vitest'
import { verifyBundle } from '../../../follow/results/verify-bundle.ts'
import { must } from '@dj/shared/platform/assert.ts'
import { inspectorIds } from './inspectors.world.ts'
import { bundleText } from './rounds.bundle.ts'
import { roundIds } from './rounds.seed.ts'
import { createWorld, type World } from '../world.ts'

afterEach(() => vi.useRealTimers())

const wrongSteps = async (world: World, roundId: string) => {
  const round = world.rounds.rounds.find(({ id }) => id === roundId)
  const verification = await verifyBundle(bundleText(world, must(round, 'a round of the demo')))
  return verification.readable ? verification.results.filter(({ ok }) => !ok) : ['unreadable']
}

test.each([
  '2026-10-01T00:00:01+08:00',
  '2026-10-14T23:59:59+08:00',
  '2026-10-15T00:00:00+08:00',
  '2026-12-31T23:59:59+08:00',
  '2027-03-03T12:00:00+08:00',
])('whoever opens the demo at %s finds true draws, and visits in every state', async (now) => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(now) })
  const world = createWorld()
  expect(await wrongSteps(world, roundIds.closed)).toEqual([])
  expect(await wrongSteps(world, roundIds.running)).toEqual([])
  const { findings, targets } = world.rounds
  const own = targets.filter(
    ({ roundId, inspectorIds: held }) => roundId === roundIds.running && held.includes(inspectorIds.inspector1),
  )
  const states = own.map(({ roundId, orderId }) => {
    const isOwn = ({ inspector }: (typeof findings)[number]) => inspector.id === inspectorIds.inspector1
    return findings.find((each) => each.roundId === roundId && each.orderId === orderId && isOwn(each))?.state
  })
  expect(states).toEqual(expect.arrayContaining(['draft', 'final', undefined]))
  expect(findings.every(({ receivedAt }) => Date.parse(receivedAt) <= Date.now())).toBe(true)
})
