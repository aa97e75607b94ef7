import { must } from '@dj/shared/platform/assert.ts'
import { ClaimView } from '@dj/shared/claim/claim/claim.schema.ts'
import { OrderView } from '@dj/shared/build/order/order.schema.ts'
import type { Effect, Verdict } from '@dj/shared/exit/verdict.ts'
import { aFinding, uploadPhoto } from './findings.ts'
import { aRunningRound, type BuiltRound } from './rounds.ts'
import { submit } from './visits.ts'
import type { Person, World } from './world.ts'

/** An order that was claimed, delivered, answered "solved" and closed with its feedback record. */
export async function aClosedOrder(world: World, wish: Parameters<World['anOpenOrder']>[0] = {}) {
  const requester = await world.aWorker()
  const about = { requesterPersonId: requester.id, requesterKind: 'worker' as const }
  const need = await world.aNeed({ ...about, organization: world.county.branches[0] })
  const order = await world.anOpenOrder({ ...wish, needs: [need] })
  const member = await world.aMember({ organization: world.county.farBranch })
  const doer = world.as(member)
  const claim = (await doer.post(`/orders/${order.id}/claims`)).as(ClaimView)
  await doer.post(`/claims/${claim.id}/deliveries`, { words: '二十人结业', hours: 6 })
  const { deliveries } = (await doer.get(`/orders/${order.id}`)).as(OrderView)
  const path = `/deliveries/${must(deliveries[0], 'a delivery').id}/answer`
  await world.as(requester).post(path, { answer: 'solved' })
  return { ...order, need, member, requester, claim }
}

/** Sends a final finding of that inspector, and gives its id. */
export async function inspect(
  world: World,
  at: { round: BuiltRound; order: { id: string }; inspector: Person },
  found: { effect: Effect; verdict: Verdict; words?: string },
): Promise<string> {
  const client = world.as(at.inspector)
  const finding = { ...aFinding(found), attachmentIds: [await uploadPhoto(client)] }
  const reply = await submit(client, at.round, at.order, finding)
  if (reply.status !== 201) throw new Error(`the finding was refused: ${reply.code}`)
  return finding.id
}

/** A running round of these orders, and the two inspectors who are to look at each. */
export async function aCheck(world: World, ...orders: readonly { id: string }[]) {
  const inspectors = [await world.anInspector(), await world.anInspector()] as const
  const round = await aRunningRound(
    world,
    orders.map((order) => ({ order, inspectors })),
  )
  return { round, inspectors }
}
