import type { OrderRow } from '@dj/db/queries/build/orders.ts'
import { type RectificationRow, updateRectification } from '@dj/db/queries/exit/rectifications.ts'
import { recordEvent } from '@dj/db/queries/platform/events.ts'
import type { Tx } from '@dj/db/with-tx.ts'
import { retireFailed } from '../retirements/retire-failed.ts'

const words = '到期未提交整改结果，按整改不到位处理'

/** A notice that nobody submitted in time has failed, as if a second look had found nothing put right. Both are held by the caller. */
export async function failOverdue(tx: Tx, notice: RectificationRow, order: OrderRow, at: Date): Promise<void> {
  const { countyId, id, deadlineAt } = notice
  await updateRectification(tx, countyId, id, { state: 'failed', decidedAt: at, decision: words })
  const data = { rectificationId: id, reason: 'not_submitted', deadlineAt: deadlineAt?.toISOString() ?? null }
  await recordEvent(tx, { countyId, kind: 'rectification.failed', at, by: null, orderId: order.id, data })
  await retireFailed(tx, order, { notice, reason: words, at })
}
