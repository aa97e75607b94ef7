import { failureNotFollowed, liveNotice } from '@dj/db/queries/exit/live-procedures.ts'
import { type OrderRow, updateOrder } from '@dj/db/queries/build/orders.ts'
import type { Tx } from '@dj/db/with-tx.ts'
import { resumeOrder } from '../rectifications/resume-order.ts'
import { retireFailed } from './retire-failed.ts'

/** An order that was retiring or rectifying goes on: under its notice while one is live, is proposed anew by one that failed, else as its places and claims say. */
export async function backToWork(tx: Tx, order: OrderRow, at: Date, by: string | null): Promise<void> {
  const { countyId, id } = order
  const notice = await liveNotice(tx, countyId, id)
  if (notice) return updateOrder(tx, countyId, id, { state: 'rectifying', stateSince: at })
  await updateOrder(tx, countyId, id, { state: 'open', stateSince: at })
  const failed = await failureNotFollowed(tx, countyId, id)
  if (!failed) return resumeOrder(tx, { ...order, state: 'open' }, at, by)
  await retireFailed(tx, order, { notice: failed, reason: failed.decision ?? failed.number, at })
}
