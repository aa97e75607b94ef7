import { claimsOf } from '@dj/db/queries/claim/claims.ts'
import { insertFeedbackRecord, type OrderRow, updateOrder } from '@dj/db/queries/build/orders.ts'
import { passedReopening, type RectificationRow } from '@dj/db/queries/exit/rectifications.ts'
import { recordEvent } from '@dj/db/queries/platform/events.ts'
import type { Tx } from '@dj/db/with-tx.ts'
import { goOn } from '../../claim/deliveries/settle-delivery.ts'

/**
 * An order with no procedure left goes on as its claims say. One that was complete before it was opened again, and whose notice has
 * passed, closes again: with a record of its own, beside the earlier one.
 */
export async function resumeOrder(tx: Tx, order: OrderRow, at: Date, by: string | null): Promise<void> {
  const { countyId, id, cycle } = order
  const passed = await passedReopening(tx, countyId, id, cycle)
  if (!passed || (await claimsOf(tx, countyId, id, cycle)).length > 0) return goOn(tx, order, at, by)
  await closeAgain(tx, order, passed, at, by)
}

async function closeAgain(tx: Tx, order: OrderRow, passed: RectificationRow, at: Date, by: string | null) {
  const { countyId, id: orderId, cycle } = order
  const outcome = 'rectified' as const
  const record = {
    countyId,
    orderId,
    cycle,
    outcome,
    summary: passed.decision ?? passed.number,
    claims: 0,
    hours: '0.0',
  }
  await insertFeedbackRecord(tx, { ...record, closedBy: by, closedAt: at })
  await updateOrder(tx, countyId, orderId, { state: 'closed', stateSince: at, closedCycle: cycle })
  const data = { outcome, cycle, claims: 0, hours: 0, rectificationId: passed.id }
  await recordEvent(tx, { countyId, kind: 'order.closed', at, by, orderId, data })
}
