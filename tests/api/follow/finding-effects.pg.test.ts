import { ReopeningList } from '@dj/shared/follow/reopening/reopening.schema.ts'
import { type FindingEffect, findingEffect } from '@dj/shared/follow/finding/finding-effect.rules.ts'
import { Verdict } from '@dj/shared/exit/verdict.ts'
import { must } from '@dj/shared/platform/assert.ts'
import { expect } from 'vitest'
import { aCheck, aClosedOrder, inspect } from '../../support/inspected.ts'
import { stateOf } from '../../support/visits.ts'
import { test, type World } from '../../support/world.ts'

const states = ['open', 'claimed', 'delivered', 'rectifying', 'retiring', 'retired', 'closed'] as const

const made = (world: World, state: (typeof states)[number]) => {
  if (state === 'closed') return aClosedOrder(world)
  return world.anOpenOrder({ state: state === 'rectifying' || state === 'retiring' ? 'open' : state })
}

async function seenOf(world: World, orderId: string) {
  const { order, notices, retirements } = await stateOf(world, orderId)
  const county = world.as(await world.aCountyOrganizer())
  const { items } = (await county.get(`/reopenings?orderId=${orderId}`)).as(ReopeningList)
  return { order, notices, retirements, reopenings: items }
}
type Seen = Awaited<ReturnType<typeof seenOf>>

/** What the database shows of each effect, by the finding it rests on. */
const shows: Record<FindingEffect, (seen: Seen, findingId: string, before: Seen) => void> = {
  none: (seen, _, before) => expect(seen).toEqual(before),
  record: (seen, _, before) => expect(seen).toEqual(before),
  notice: (seen, findingId) =>
    expect(seen).toMatchObject({ order: 'rectifying', notices: [{ findingId, state: 'issued' }] }),
  joins_notice: (seen, findingId) =>
    expect(seen).toMatchObject({ order: 'rectifying', notices: [{ facts: { added: [{ findingId, items: [2] }] } }] }),
  notice_beside: (seen, findingId) =>
    expect(seen).toMatchObject({ order: 'retiring', notices: [{ findingId, state: 'issued' }] }),
  proposal: (seen, findingId) =>
    expect(seen).toMatchObject({ order: 'retiring', retirements: [{ state: 'proposed', facts: { findingId } }] }),
  joins_proposal: (seen, findingId) =>
    expect(seen).toMatchObject({ order: 'retiring', retirements: [{ facts: { added: [{ findingId }] } }] }),
  reopening: (seen, findingId) =>
    expect(seen).toMatchObject({
      order: 'closed',
      notices: [],
      retirements: [],
      reopenings: [{ findingId, state: 'proposed' }],
    }),
}

const earlier = { rectifying: 'rectify', retiring: 'propose_retirement' } as const

for (const state of states) {
  test(`every verdict on an order that is ${state} leads to what the form promises`, async ({ world }) => {
    const orders = [await made(world, state), await made(world, state), await made(world, state)]
    const { round, inspectors } = await aCheck(world, ...orders)
    const [first, inspector] = inspectors
    for (const [i, verdict] of Verdict.options.entries()) {
      const order = must(orders[i], 'an order for each verdict')
      if (state === 'rectifying' || state === 'retiring')
        await inspect(world, { round, order, inspector: first }, { effect: 'fair', verdict: earlier[state] })
      const before = await seenOf(world, order.id)
      expect(before.order).toBe(state)
      // In words of their own: what two inspectors ask for alike is one item.
      const found = { effect: 'fair', verdict, words: '再查时签到记录仍不齐全' } as const
      const findingId = await inspect(world, { round, order, inspector }, found)
      shows[findingEffect(state, verdict)](await seenOf(world, order.id), findingId, before)
    }
  })
}
