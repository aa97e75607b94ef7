import type { OrderRow } from '@dj/db/queries/build/orders.ts'
import { currentSettings } from '@dj/db/queries/county/settings.ts'
import { updateRetirement } from '@dj/db/queries/exit/retirements.ts'
import { recordEvent } from '@dj/db/queries/platform/events.ts'
import type { Tx } from '@dj/db/with-tx.ts'
import { workingTermFrom } from '../../county/calendar/working-term-from.ts'

interface Approved {
  order: OrderRow
  id: string
  reason: string
  at: Date
  /** The second person. */
  by: string
}

/** Approved: the public notice begins. */
export async function putOnNotice(tx: Tx, { order, id, reason, at, by }: Approved): Promise<void> {
  const { countyId } = order
  const { settings } = await currentSettings(tx, countyId)
  const { until, from, days } = await workingTermFrom(tx, countyId, at, settings.retirement.noticeWorkingDays)
  const notice = { noticeUntil: until, noticeFrom: from, noticeDays: days }
  const decided = { decidedBy: by, decidedAt: at, decisionReason: reason }
  await updateRetirement(tx, countyId, id, { ...decided, state: 'on_notice', ...notice })
  const data = { retirementId: id, reason, noticeUntil: until?.toISOString() ?? null }
  await recordEvent(tx, { countyId, kind: 'retirement.on_notice', at, by, orderId: order.id, data })
}
