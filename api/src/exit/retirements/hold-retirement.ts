import { findRetirement, lockRetirement } from '@dj/db/queries/exit/retirements.ts'
import type { Tx } from '@dj/db/with-tx.ts'
import { type Actor, may, type Operation } from '@dj/shared/policy.ts'
import { Refused } from '@dj/shared/problem.ts'
import { holdOrder } from '../../build/orders/hold-order.ts'

/** Locks a retirement behind its order. */
export async function holdRetirement(tx: Tx, actor: Actor, id: string, operation: Operation) {
  const found = await findRetirement(tx, actor.countyId, id)
  if (!found) throw new Refused('not_found')
  const { order, ownerPath } = await holdOrder(tx, actor, found.orderId)
  if (!may(operation, actor, { path: ownerPath })) throw new Refused('auth.forbidden')
  const retirement = await lockRetirement(tx, actor.countyId, id)
  if (!retirement) throw new Refused('not_found')
  return { retirement, order }
}
