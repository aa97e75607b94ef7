import { recordEvent } from '@dj/db/queries/platform/events.ts'
import { updateOrder } from '@dj/db/queries/build/orders.ts'
import { needsOf, unlinkNeeds } from '@dj/db/queries/collect/order-needs.ts'
import { orderRefusal } from '@dj/shared/build/order/order.rules.ts'
import type { OrderView } from '@dj/shared/build/order/order.schema.ts'
import type { Actor } from '@dj/shared/policy.ts'
import { refuseIf } from '@dj/shared/problem.ts'
import type { Deps } from '../../platform/deps.ts'
import type { Sent } from '../../platform/http/spec.ts'
import { holdOrder } from '../../build/orders/hold-order.ts'
import { viewOrder } from '../../build/orders/read-order.ts'

interface Input {
  actor: Actor
  orderId: string
  reason?: string | undefined
}

/** Drops a draft. The needs it was built from wait again: the project leaves, the need does not. */
export function discardOrder(deps: Deps, { actor, orderId, reason }: Input): Promise<Sent<typeof OrderView>> {
  const { countyId, personId } = actor
  return deps.withTx(countyId, async (tx, at) => {
    const { order } = await holdOrder(tx, actor, orderId, { operation: 'order.discard' })
    refuseIf(orderRefusal(order.state, 'discard'))
    const needIds = (await needsOf(tx, countyId, orderId)).map(({ id }) => id)
    await unlinkNeeds(tx, countyId, orderId, needIds)
    await updateOrder(tx, countyId, orderId, { state: 'discarded', stateSince: at })
    await recordEvent(tx, {
      countyId,
      kind: 'order.discarded',
      at,
      by: personId,
      orderId,
      data: { reason: reason ?? null, needIds },
    })
    return viewOrder(tx, { actor, orderId }, at)
  })
}
