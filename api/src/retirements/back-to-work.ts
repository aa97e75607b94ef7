import { type OrderRow, updateOrder } from '@dj/db/queries/orders.ts'
import type { Tx } from '@dj/db/with-tx.ts'
import { settleOrder } from '../orders/hold-order.ts'

/** An order that was retiring or rectifying goes on: its state follows from its places and claims again. */
export async function backToWork(tx: Tx, order: OrderRow, at: Date, by: string | null): Promise<void> {
  await updateOrder(tx, order.countyId, order.id, { state: 'open', stateSince: at })
  await settleOrder(tx, { ...order, state: 'open' }, at, by)
}
