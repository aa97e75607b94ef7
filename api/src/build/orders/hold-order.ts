import { claimStatesOf, lockOrder, type OrderRow, ownerOf, placesOf, updateOrder } from '@dj/db/queries/build/orders.ts'
import { recordEvent } from '@dj/db/queries/platform/events.ts'
import type { Tx } from '@dj/db/with-tx.ts'
import { must } from '@dj/shared/platform/assert.ts'
import type { EventKind } from '@dj/shared/platform/event/event-kinds.ts'
import { settledState } from '@dj/shared/build/order/order.rules.ts'
import { type Actor, type Operation, may } from '@dj/shared/policy.ts'
import { Refused } from '@dj/shared/problem.ts'
import { isVisible } from './read-order.ts'

export interface HeldOrder {
  order: OrderRow
  ownerPath: readonly string[]
}

/** Locks an order for a change: not found outside the actor's sight, forbidden without the role, stale when the version moved on. */
export async function holdOrder(
  tx: Tx,
  actor: Actor,
  orderId: string,
  asked: { operation?: Operation; version?: number } = {},
): Promise<HeldOrder> {
  const [order, owner] = await Promise.all([
    lockOrder(tx, actor.countyId, orderId),
    ownerOf(tx, actor.countyId, orderId),
  ])
  if (!order || !owner) throw new Refused('not_found')
  if (!isVisible({ state: order.state, owner_path: owner.path }, actor)) throw new Refused('not_found')
  if (asked.operation && !may(asked.operation, actor, { path: owner.path })) throw new Refused('auth.forbidden')
  if (asked.version !== undefined && asked.version !== order.version) throw new Refused('request.stale_version')
  return { order, ownerPath: owner.path }
}

const settledKinds: Partial<Record<OrderRow['state'], EventKind>> = {
  open: 'order.open',
  claimed: 'order.claimed',
  delivered: 'order.delivered',
}

/** After a claim changed: the order goes into the state its places and claims say. The only writer of open, claimed and delivered. */
export async function settleOrder(tx: Tx, order: OrderRow, at: Date, by: string | null): Promise<OrderRow['state']> {
  const [places, claims] = await Promise.all([
    placesOf(tx, order.countyId, order.id),
    claimStatesOf(tx, order.countyId, order.id, order.cycle),
  ])
  const state = settledState(order.state, places.length, claims)
  if (state !== order.state) {
    await updateOrder(tx, order.countyId, order.id, { state, stateSince: at })
    await recordEvent(tx, {
      countyId: order.countyId,
      kind: must(settledKinds[state], 'a settled state'),
      at,
      by,
      orderId: order.id,
      data: { from: order.state },
    })
  }
  return state
}
