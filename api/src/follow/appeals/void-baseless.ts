import { recordEvent } from '@dj/db/queries/platform/events.ts'
import { liveNotice, liveRetirement } from '@dj/db/queries/exit/live-procedures.ts'
import { lockOrder, type OrderRow, updateOrder } from '@dj/db/queries/build/orders.ts'
import { findRectification, type RectificationRow, updateRectification } from '@dj/db/queries/exit/rectifications.ts'
import { type RetirementRow, updateRetirement } from '@dj/db/queries/exit/retirements.ts'
import type { Tx } from '@dj/db/with-tx.ts'
import { must } from '@dj/shared/platform/assert.ts'
import { backToWork } from '../../exit/retirements/back-to-work.ts'

/** Whether what was begun against the order still has its ground. */
export interface Grounds {
  notice(notice: RectificationRow): boolean
  /** `failed`: the rectification whose failure it rests on, if it does. */
  retirement(retirement: RetirementRow, failed: RectificationRow | undefined): boolean
}
interface Voiding {
  order: OrderRow
  appealId: string
  reason: string
  at: Date
  by: string
}

interface Voided {
  /** As it then stands. */
  order: OrderRow
  /** The proposal that was taken back. */
  withdrawn: RetirementRow | undefined
}

/** Ends the procedures that lost their ground; the order goes on as what is left says. */
export async function voidBaseless(tx: Tx, voiding: Voiding, grounds: Grounds): Promise<Voided> {
  const { order, at, by } = voiding
  const { countyId, id: orderId } = order
  const [notice, retirement] = [await liveNotice(tx, countyId, orderId), await liveRetirement(tx, countyId, orderId)]
  const failedId = retirement?.facts['rectificationId']
  const failed = typeof failedId === 'string' ? await findRectification(tx, countyId, failedId) : undefined
  const dropNotice = notice !== undefined && !grounds.notice(notice)
  const dropRetirement = retirement !== undefined && !grounds.retirement(retirement, failed)
  if (dropNotice) await voidNotice(tx, notice, voiding)
  if (dropRetirement) await withdraw(tx, retirement, voiding)
  if (!dropNotice && !dropRetirement) return { order, withdrawn: undefined }
  if (retirement === undefined || dropRetirement) {
    if (notice && !dropNotice) await updateOrder(tx, countyId, orderId, { state: 'rectifying', stateSince: at })
    else await backToWork(tx, order, at, by)
  }
  const now = must(await lockOrder(tx, countyId, orderId), 'the order of an appeal')
  return { order: now, withdrawn: dropRetirement ? retirement : undefined }
}

async function voidNotice(tx: Tx, { id, countyId, orderId }: RectificationRow, voiding: Voiding): Promise<void> {
  const { appealId, reason, at, by } = voiding
  await updateRectification(tx, countyId, id, { state: 'void', decidedAt: at, decision: reason })
  const data = { rectificationId: id, appealId }
  await recordEvent(tx, { countyId, kind: 'rectification.voided', at, by, orderId, data })
}

async function withdraw(tx: Tx, { id, countyId, orderId }: RetirementRow, voiding: Voiding): Promise<void> {
  const { appealId, at, by } = voiding
  await updateRetirement(tx, countyId, id, { state: 'withdrawn' })
  const data = { retirementId: id, appealId }
  await recordEvent(tx, { countyId, kind: 'retirement.withdrawn', at, by, orderId, data })
}
