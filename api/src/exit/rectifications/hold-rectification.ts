import type { OrderRow } from '@dj/db/queries/build/orders.ts'
import { findRectification, lockRectification, type RectificationRow } from '@dj/db/queries/exit/rectifications.ts'
import type { Tx } from '@dj/db/with-tx.ts'
import { type Actor, may } from '@dj/shared/policy.ts'
import { Refused } from '@dj/shared/problem.ts'
import { holdOrder } from '../../build/orders/hold-order.ts'

/** Locks a notice behind its order. */
export async function holdRectification(tx: Tx, actor: Actor, id: string) {
  const found = await findRectification(tx, actor.countyId, id)
  if (!found) throw new Refused('not_found')
  const { order, ownerPath } = await holdOrder(tx, actor, found.orderId)
  const notice = await lockRectification(tx, actor.countyId, id)
  if (!notice) throw new Refused('not_found')
  return { notice, order, ownerPath }
}

/** Locks a notice for those who put it right: the owning organization's leads, or the person named responsible. */
export async function holdOwnRectification(
  tx: Tx,
  actor: Actor,
  id: string,
): Promise<{ notice: RectificationRow; order: OrderRow }> {
  const { notice, order, ownerPath } = await holdRectification(tx, actor, id)
  if (!may('rectification.work', actor, { path: ownerPath, personId: notice.responsibleId }))
    throw new Refused('auth.forbidden')
  return { notice, order }
}
