import { recordEvent } from '@dj/db/queries/platform/events.ts'
import { nextNumber, updateOrder } from '@dj/db/queries/build/orders.ts'
import { publishRefusal } from '@dj/shared/build/order/order.rules.ts'
import type { OrderView } from '@dj/shared/build/order/order.schema.ts'
import type { Actor } from '@dj/shared/policy.ts'
import { refuseIf } from '@dj/shared/problem.ts'
import { civilDateOf } from '@dj/shared/platform/time/quarter.ts'
import type { Deps } from '../../platform/deps.ts'
import type { Sent } from '../../platform/http/spec.ts'
import { refuseDates } from './order-dates.ts'
import { holdOrder } from './hold-order.ts'
import { secondPersonRefusal } from './second-person.ts'
import { viewOrder } from './read-order.ts'

/** Publishes a draft under its library's next number. A and B need someone other than the author. */
export function publishOrder(
  deps: Deps,
  { actor, orderId }: { actor: Actor; orderId: string },
): Promise<Sent<typeof OrderView>> {
  const { countyId, personId } = actor
  return deps.withTx(countyId, async (tx, at) => {
    const { order } = await holdOrder(tx, actor, orderId, { operation: 'order.publish' })
    refuseIf(publishRefusal(order, personId))
    refuseIf(await secondPersonRefusal(tx, actor, order, at))
    refuseDates(order, at)
    // One whose publication was taken back keeps its number.
    const year = Number(civilDateOf(at).slice(0, 4))
    const number = order.number ?? (await nextNumber(tx, countyId, order.tier, year))
    await updateOrder(tx, countyId, orderId, {
      state: 'open',
      number,
      publisherId: personId,
      publishedAt: at,
      listedAt: at,
      stateSince: at,
      confirmedAt: at,
    })
    await recordEvent(tx, {
      countyId,
      kind: 'order.published',
      at,
      by: personId,
      orderId,
      data: { number, tier: order.tier },
    })
    return viewOrder(tx, { actor, orderId }, at)
  })
}
