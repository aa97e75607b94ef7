import { isReliedOn, updateOrder } from '@dj/db/queries/build/orders.ts'
import { recordEvent } from '@dj/db/queries/platform/events.ts'
import type { OrderView } from '@dj/shared/build/order/order.schema.ts'
import { unpublishRefusal } from '@dj/shared/build/order/publication.rules.ts'
import type { Actor } from '@dj/shared/policy.ts'
import { refuseIf } from '@dj/shared/problem.ts'
import type { Deps } from '../../platform/deps.ts'
import type { Sent } from '../../platform/http/spec.ts'
import { holdOrder } from './hold-order.ts'
import { viewOrder } from './read-order.ts'

/** Takes a publication back while nobody relied on it: a draft again, which keeps its number for the next time. */
export function unpublishOrder(
  deps: Deps,
  { actor, orderId }: { actor: Actor; orderId: string },
): Promise<Sent<typeof OrderView>> {
  const { countyId, personId } = actor
  return deps.withTx(countyId, async (tx, at) => {
    const { order } = await holdOrder(tx, actor, orderId, { operation: 'order.unpublish' })
    refuseIf(unpublishRefusal({ ...order, relied: await isReliedOn(tx, countyId, orderId) }, personId, at))
    await updateOrder(tx, countyId, orderId, { state: 'draft', publisherId: null, publishedAt: null, stateSince: at })
    const data = { number: order.number }
    await recordEvent(tx, { countyId, kind: 'order.unpublished', at, by: personId, orderId, data })
    return viewOrder(tx, { actor, orderId }, at)
  })
}
