import { recordEvent } from '@dj/db/queries/platform/events.ts'
import { insertSecond } from '@dj/db/queries/collect/seconds.ts'
import { orderRefusal } from '@dj/shared/build/order/order.rules.ts'
import type { OrderView } from '@dj/shared/build/order/order.schema.ts'
import type { Actor } from '@dj/shared/policy.ts'
import { refuseIf } from '@dj/shared/problem.ts'
import { type Deps, newId } from '../../platform/deps.ts'
import type { Sent } from '../../platform/http/spec.ts'
import { holdOrder } from '../../build/orders/hold-order.ts'
import { viewOrder } from '../../build/orders/read-order.ts'

/** "We need this too": one voice a person, for their home organization. */
export function secondOrder(
  deps: Deps,
  { actor, orderId }: { actor: Actor; orderId: string },
): Promise<Sent<typeof OrderView>> {
  const { countyId, personId, homeOrganizationId: organizationId } = actor
  return deps.withTx(countyId, async (tx, at) => {
    const { order } = await holdOrder(tx, actor, orderId)
    refuseIf(orderRefusal(order.state, 'second'))
    await insertSecond(tx, { countyId, id: newId(), orderId, personId, organizationId, at })
    await recordEvent(tx, { countyId, kind: 'order.seconded', at, by: personId, orderId, data: { organizationId } })
    return viewOrder(tx, { actor, orderId }, at)
  })
}
