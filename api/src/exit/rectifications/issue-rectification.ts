import { recordEvent } from '@dj/db/queries/platform/events.ts'
import { nextNumber, type OrderRow, updateOrder } from '@dj/db/queries/build/orders.ts'
import { insertRectification, type RectificationRow } from '@dj/db/queries/exit/rectifications.ts'
import type { Tx } from '@dj/db/with-tx.ts'
import type { RectificationId } from '@dj/shared/exit/rectification/rectification.schema.ts'
import type { CountySettings } from '@dj/shared/county/settings/settings.schema.ts'
import type { WorkingTerm } from '@dj/shared/platform/time/deadline.ts'
import { must } from '@dj/shared/platform/assert.ts'
import { civilDateOf } from '@dj/shared/platform/time/quarter.ts'
import { workingTermFrom } from '../../county/calendar/working-term-from.ts'
import { newId } from '../../platform/deps.ts'

export interface NewNotice {
  order: OrderRow
  cause: 'finding' | 'poor_rating'
  findingId: string | null
  foundBy: string | null
  items: readonly string[]
  /** Rule version and inputs, or the finding it rests on. */
  facts: Record<string, unknown>
  by: string | null
  at: Date
  settings: CountySettings
}

/**
 * A numbered notice with items and a deadline in working days; the order is rectifying until it passes, or stays retiring while that
 * is under way. The order is held by the caller.
 */
export async function issueRectification(tx: Tx, notice: NewNotice): Promise<string> {
  const { order, cause, findingId, foundBy, items, facts, by, at, settings } = notice
  const { countyId, id: orderId } = order
  const id = newId<RectificationId>()
  const number = await nextNumber(tx, countyId, 'ZG', Number(civilDateOf(at).slice(0, 4)))
  const term = await workingTermFrom(tx, countyId, at, settings.rectification.deadlineWorkingDays)
  const links = { findingId, foundBy, facts, orderStateBefore: order.state }
  const row = {
    countyId,
    id,
    number,
    orderId,
    state: 'issued' as const,
    cause,
    issuedBy: by,
    issuedAt: at,
    ...deadlineOf(term),
    ...links,
  }
  await insertRectification(tx, row, items)
  if (order.state !== 'retiring') await updateOrder(tx, countyId, orderId, { state: 'rectifying', stateSince: at })
  const data = { rectificationId: id, number, cause, items, deadlineAt: term.until?.toISOString() ?? null, ...facts }
  await recordEvent(tx, { countyId, kind: 'rectification.issued', at, by, orderId, data })
  return id
}

/** The term of a notice. One that does not know it any more counts nothing from its deadline. */
export function termOf({ deadlineAt, deadlineFrom, deadlineDays }: RectificationRow): WorkingTerm {
  if (deadlineFrom !== null && deadlineDays !== null)
    return { from: deadlineFrom, days: deadlineDays, until: deadlineAt }
  const until = must(deadlineAt, 'a deadline or its term')
  return { from: new Date(until.getTime() - 1), days: 0, until }
}

/** The deadline of a notice as it is stored. */
export const deadlineOf = ({ until, from, days }: WorkingTerm) => ({
  ...{ deadlineAt: until, deadlineFrom: from, deadlineDays: days },
})
