import { newId } from '@dj/api/platform/deps.ts'
import { insertClaim, insertDelivery } from '@dj/db/queries/claim/claims.ts'
import { takePart } from '@dj/db/queries/build/orders.ts'
import { claimActionRefusal, claimActions } from '@dj/shared/claim/claim/claim.rules.ts'
import { ClaimState } from '@dj/shared/build/order/claim-state.ts'
import { isLive, orderActions } from '@dj/shared/build/order/order.rules.ts'
import { OrderState } from '@dj/shared/build/order/order.schema.ts'
import { expect } from 'vitest'
import { type Reply, test, type World } from '../support/world.ts'
import { claimActs, expectedForOrder, orderActs } from './acts.ts'
import { aClosedStage, aCompany, aStage, type Snapshot, type Stage } from './stage.ts'

/** A refusal by the table is exactly that refusal and changes nothing; what the table allows is never refused by it. */
function compare(where: string, expected: string | undefined, reply: Reply, before: Snapshot, after: Snapshot): void {
  const { code = 'done' } = reply
  if (expected === undefined) {
    expect.soft(reply.status, `${where}: ${code}`).toBeLessThan(300)
    expect.soft(after.events, where).toBeGreaterThan(before.events)
    return
  }
  expect.soft([reply.status, code], where).toEqual([expected === 'not_found' ? 404 : 409, expected])
  expect.soft(after, where).toEqual(before)
}

test('every act on an order in every state is done, or refused as the table says without a trace', async ({
  world,
}) => {
  const company = await aCompany(world)
  let visited = 0
  for (const state of OrderState.options) {
    for (const action of orderActions) {
      const act = orderActs[action]
      if (!act) continue
      const stage = await (state === 'closed' ? aClosedStage(world, company) : aStage(world, company, { state }))
      if (action === 'rate' && state !== 'closed') await aClaimOn(world, stage, 'completed')
      const before = await stage.read()
      const reply = await act(stage, before)
      compare(`${action} in ${state}`, expectedForOrder(state, action), reply, before, await stage.read())
      visited += 1
    }
  }
  expect(visited).toBe(OrderState.options.length * Object.keys(orderActs).length)
})

test('every act on a claim in every state is done, or refused as the table says without a trace', async ({ world }) => {
  const company = await aCompany(world)
  let visited = 0
  for (const state of ClaimState.options) {
    for (const action of claimActions) {
      const act = claimActs[action]
      if (!act) continue
      const stage = await aStage(world, company, { state: 'claimed' })
      const { client, claimId } = await aClaimOn(world, stage, state)
      const before = await stage.read()
      const reply = await act(client, `/claims/${claimId}`, stage, before)
      compare(`${action} in ${state}`, claimActionRefusal(state, action), reply, before, await stage.read())
      visited += 1
    }
  }
  expect(visited).toBe(ClaimState.options.length * Object.keys(claimActs).length)
})

/** A claim in that state with a delivery, answered unless the claim waits for it, put straight into the database. */
async function aClaimOn(world: World, { orderId }: Stage, state: ClaimState) {
  const lead = await world.aSecretary(world.county.branches[1])
  const [claimId, deliveryId] = [newId(), newId()]
  const ids = { countyId: world.county.id, orderId }
  await world.deps.withTx(ids.countyId, async (tx, at) => {
    await takePart(tx, { ...ids, personId: lead.id, part: 'doer' })
    const dueAt = new Date(at.getTime() + 86_400_000)
    const times = { startedAt: at, dueAt, respondBy: dueAt, endedAt: isLive(state) ? null : at }
    const claim = { ...ids, id: claimId, personId: lead.id, cycle: 1, place: 1, state, ...times }
    await insertClaim(tx, { ...claim, claimantKind: 'member', organizationId: null })
    const answered =
      state === 'delivered' ? {} : { answer: 'partly' as const, answerVia: 'telephone' as const, answeredAt: at }
    const delivery = { ...ids, id: deliveryId, claimId, words: '已完成', deliveredBy: lead.id, deliveredAt: at }
    await insertDelivery(tx, { ...delivery, ...answered })
  })
  return { client: world.as(lead), claimId }
}
