import { claimActionRefusal, claimActions } from '@dj/shared/claim/claim/claim.rules.ts'
import { must } from '@dj/shared/platform/assert.ts'
import { holdsPlace, orderActions, settledState } from '@dj/shared/build/order/order.rules.ts'
import fc from 'fast-check'
import { expect } from 'vitest'
import { type Reply, test } from '../support/world.ts'
import { claimActs, expectedForOrder, orderActs } from './acts.ts'
import { aCompany, aStage, type Snapshot, type Stage } from './stage.ts'

interface Step {
  name: string
  /** Null where only time passes. */
  go: () => Promise<Reply | null>
  /** What the tables of states say about it: undefined where they allow it or do not speak of it. */
  refusal?: string | undefined
}

/** Everything somebody could send now, sensible or not. */
const stepsFrom = (stage: Stage, seen: Snapshot): Step[] => [
  ...ordersSteps(stage, seen),
  ...seen.claims.slice(-2).flatMap((claim) => claimSteps(stage, seen, claim)),
  ...retirementSteps(stage, seen),
  ...[1, 8, 35].map((days) => ({ name: `${days} days pass`, go: () => stage.pass(days).then(() => null) })),
]

function ordersSteps(stage: Stage, seen: Snapshot): Step[] {
  const { claimant, orderId, requester } = stage
  const not = { answer: 'not', words: '还没有开班' }
  return [
    ...orderActions.flatMap((action) => {
      const act = orderActs[action]
      return act ? [{ name: action, go: () => act(stage, seen), refusal: expectedForOrder(seen.state, action) }] : []
    }),
    { name: 'second claim', go: () => claimant.second.post(`/orders/${orderId}/claims`) },
    ...(seen.deliveryId === null
      ? []
      : [{ name: 'not solved', go: () => requester.post(`/deliveries/${seen.deliveryId}/answer`, not) }]),
  ]
}

function claimSteps(stage: Stage, seen: Snapshot, { id, state, personId }: Snapshot['claims'][number]): Step[] {
  const client = stage.claimant[must(stage.claimantOf(personId), 'one of the two claimants')]
  return claimActions.flatMap((action) => {
    const act = claimActs[action]
    if (!act || (action === 'settle' && seen.deliveryId === null)) return []
    // The latest delivery may be another claim's: then the table does not speak of this one.
    const refusal = action === 'settle' ? undefined : claimActionRefusal(state, action)
    return [{ name: action, go: () => act(client, `/claims/${id}`, stage, seen), refusal }]
  })
}

function retirementSteps({ town, secretary, requester }: Stage, { retirement }: Snapshot): Step[] {
  if (!retirement) return []
  const path = `/retirements/${retirement.id}`
  const decide = (decision: string) => () => town.post(`${path}/decision`, { decision, reason: '情况属实' })
  const objection = `${path}/objections/${retirement.objectionId}/answer`
  return [
    { name: 'approve', go: decide('approve') },
    { name: 'refuse', go: decide('refuse') },
    { name: 'object', go: () => requester.post(`${path}/objections`, { words: '还有两户需要' }) },
    { name: 'answer', go: () => secretary.post(objection, { answer: '已由邻村接手' }) },
    { name: 'finalise', go: () => town.post(`${path}/finalisation`) },
    { name: 'withdraw', go: () => town.post(`${path}/withdrawal`, { reason: '企业又有需求' }) },
  ]
}

/** What holds after whatever was done. */
function expectWhole({ state, places, claims }: Snapshot, said: string): void {
  const states = claims.map((claim) => claim.state)
  expect(states.filter(holdsPlace).length, said).toBeLessThanOrEqual(places)
  if (state === 'open' || state === 'claimed' || state === 'delivered')
    expect(settledState(state, places, states), said).toBe(state)
}

function expectTrue(reply: Reply, { refusal }: Step, before: Snapshot, after: Snapshot, said: string): void {
  expect(reply.status, said).toBeLessThan(500)
  if (refusal !== undefined) expect(reply.status, `${said}, which is refused: ${refusal}`).toBeGreaterThanOrEqual(400)
  if (reply.status >= 400) expect(after, `${said} (${reply.code})`).toEqual(before)
  else expect(after.events, said).toBeGreaterThan(before.events)
}

test('whatever people do in whatever order: what is refused leaves no trace, what is done has its event, and places and states agree', async ({
  world,
}) => {
  const company = await aCompany(world)
  const begin = world.clock.now()
  const done = new Set<string>()
  const wishes = fc.record({
    state: fc.constantFrom('draft', 'open', 'open', 'open'),
    places: fc.integer({ min: 1, max: 2 }),
    confirmRequired: fc.boolean(),
  })
  const walks = fc.array(fc.nat(), { minLength: 30, maxLength: 50, size: 'max' })
  const property = fc.asyncProperty(wishes, walks, async (wish, choices) => {
    world.clock.set(begin)
    const stage = await aStage(world, company, wish)
    let before = await stage.read()
    let said = JSON.stringify(wish)
    for (const choice of choices) {
      const steps = stepsFrom(stage, before)
      const step = must(steps[choice % steps.length], 'a step')
      said += ` → ${step.name}`
      const reply = await step.go()
      const after = await stage.read()
      if (reply) expectTrue(reply, step, before, after, said)
      if (reply && reply.status < 300) done.add(step.name)
      expectWhole(after, said)
      before = after
    }
  })
  await fc.assert(property, { numRuns: 80 })
  // A walk that never gets anywhere proves nothing.
  const acts = ['claim', 'accept', 'report', 'deliver', 'settle', 'release', 'second', 'approve']
  expect([...done]).toEqual(expect.arrayContaining(acts))
})
