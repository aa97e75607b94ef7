import { HttpResponse } from 'msw'
import { must } from '@dj/shared/platform/assert.ts'
import { orderRefusal } from '@dj/shared/build/order/order.rules.ts'
import type { SessionView } from '@dj/shared/county/people/session.schema.ts'
import type { ProposeRetirement } from '@dj/shared/exit/retirement/retirement.schema.ts'
import { openRetirement } from './procedures.ts'
import { refuse, refuseField } from '../refuse.ts'
import { factsOf, toRetirement } from './retirements.views.ts'
import { mayOn, orderOf } from '../follow/rounds.views.ts'
import type { World } from '../world.ts'

/** Proposes with evidence that is looked up. */
export function propose(world: World, orderId: string, { evidence, reason }: ProposeRetirement, me: SessionView) {
  if (!world.market.orders.some(({ id }) => id === orderId)) return refuse('not_found')
  if (!mayOn(world, me, 'retirement.propose', orderId)) return refuse('auth.forbidden')
  const order = orderOf(world, orderId)
  const refusal = order.state === 'retiring' ? 'retirement.exists' : orderRefusal(order.state, 'propose_retirement')
  if (refusal !== undefined) return refuse(refusal)
  const facts = factsOf(world, orderId, evidence)
  if (facts === null) return refuseField('retirement.no_evidence', 'evidence')
  const id = openRetirement(world, { order, evidence, facts, reason, byId: me.person.id })
  const made = must(
    world.rounds.retirements.find((each) => each.id === id),
    'the proposal just made',
  )
  return HttpResponse.json(toRetirement(world, made, me), { status: 201 })
}
