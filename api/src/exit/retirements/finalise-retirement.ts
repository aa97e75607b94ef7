import { recordEvent } from '@dj/db/queries/platform/events.ts'
import { liveNotice } from '@dj/db/queries/exit/live-procedures.ts'
import { countOpenObjections } from '@dj/db/queries/exit/objections.ts'
import { insertFeedbackRecord, type OrderRow, updateOrder } from '@dj/db/queries/build/orders.ts'
import { updateRectification } from '@dj/db/queries/exit/rectifications.ts'
import { endLiveClaims, relinkNeeds, returnNeeds } from '@dj/db/queries/exit/retirement-effects.ts'
import { successorOf } from '@dj/db/queries/exit/retirement-views.ts'
import { updateRetirement } from '@dj/db/queries/exit/retirements.ts'
import { currentSettings } from '@dj/db/queries/county/settings.ts'
import type { Tx } from '@dj/db/with-tx.ts'
import type { Actor } from '@dj/shared/policy.ts'
import { refuseIf } from '@dj/shared/problem.ts'
import { finaliseRefusal, withdrawRefusal } from '@dj/shared/exit/retirement/retirement.rules.ts'
import type { RetirementView, WithdrawRetirement } from '@dj/shared/exit/retirement/retirement.schema.ts'
import { deadlineAfterDays, type WorkingTerm } from '@dj/shared/platform/time/deadline.ts'
import type { Deps } from '../../platform/deps.ts'
import type { Sent } from '../../platform/http/spec.ts'
import { workingTermFrom } from '../../county/calendar/working-term-from.ts'
import { backToWork } from './back-to-work.ts'
import { holdRetirement } from './hold-retirement.ts'
import { viewRetirement } from './retirement.view.ts'

/** The notice has run out: claims end without blame, unmet needs return to triage, the feedback record is written. */
export function finaliseRetirement(
  deps: Deps,
  { actor, id }: { actor: Actor; id: string },
): Promise<Sent<typeof RetirementView>> {
  const { countyId, personId: by } = actor
  return deps.withTx(countyId, async (tx, at) => {
    const { retirement, order } = await holdRetirement(tx, actor, id, 'retirement.finalise')
    const openObjections = await countOpenObjections(tx, countyId, id)
    refuseIf(finaliseRefusal({ ...retirement, tier: order.tier, openObjections }, actor, at))
    const { settings } = await currentSettings(tx, countyId)
    const undoUntil = deadlineAfterDays(at, settings.retirement.undoDays)
    const answer = await workingTermFrom(tx, countyId, at, settings.need.firstResponseWorkingDays)
    await updateRetirement(tx, countyId, id, { state: 'final', finalBy: by, finalAt: at, undoUntil })
    const words = retirement.reason
    const effects = await retire(tx, order, { summary: words, answer, at, by })
    const data = { retirementId: id, undoUntil: undoUntil.toISOString(), words, ...effects }
    await recordEvent(tx, { countyId, kind: 'order.retired', at, by, orderId: order.id, data })
    return viewRetirement(tx, id, actor, at)
  })
}

interface Retiring {
  summary: string
  /** Until when the needs that return to triage are to be answered. */
  answer: WorkingTerm
  at: Date
  by: string
}

async function retire(tx: Tx, order: OrderRow, { summary, answer, at, by }: Retiring) {
  const { countyId, id: orderId, cycle } = order
  const endedClaims = await endLiveClaims(tx, countyId, orderId, at)
  const returnedNeeds = await returnNeeds(tx, countyId, orderId, answer)
  await endNotice(tx, order, summary, at, by)
  const record = {
    countyId,
    orderId,
    cycle,
    outcome: 'retired' as const,
    summary,
    claims: endedClaims.length,
    hours: '0.0',
  }
  await insertFeedbackRecord(tx, { ...record, closedBy: by, closedAt: at })
  await updateOrder(tx, countyId, orderId, { state: 'retired', stateSince: at, closedCycle: cycle })
  return { endedClaims, returnedNeeds }
}

/** What the notice asks is overtaken: nobody is to put right what has left the library. */
async function endNotice(tx: Tx, { countyId, id: orderId }: OrderRow, reason: string, at: Date, by: string) {
  const notice = await liveNotice(tx, countyId, orderId)
  if (!notice) return
  await updateRectification(tx, countyId, notice.id, { state: 'void', decidedAt: at, decision: reason })
  const data = { rectificationId: notice.id }
  await recordEvent(tx, { countyId, kind: 'rectification.voided', at, by, orderId, data })
}

type Withdrawal = WithdrawRetirement & { actor: Actor; id: string }

/** Takes it back: before it is final at any time, after it within the undo window. Claims that ended stay ended; the order opens again in a new cycle. */
export function withdrawRetirement(
  deps: Deps,
  { actor, id, reason }: Withdrawal,
): Promise<Sent<typeof RetirementView>> {
  const { countyId, personId: by } = actor
  return deps.withTx(countyId, async (tx, at) => {
    const { retirement, order } = await holdRetirement(tx, actor, id, 'retirement.withdraw')
    const { proposedBy: proposedById, ...facts } = retirement
    const rebuilt = (await successorOf(tx, countyId, order.id)) !== null
    refuseIf(withdrawRefusal({ ...facts, proposedById, tier: order.tier, rebuilt }, actor, at))
    await updateRetirement(tx, countyId, id, { state: 'withdrawn' })
    await recordEvent(tx, {
      countyId,
      kind: 'retirement.withdrawn',
      at,
      by,
      orderId: order.id,
      data: { retirementId: id, reason },
    })
    if (order.state === 'retired') {
      const cycle = order.cycle + 1
      await updateOrder(tx, countyId, order.id, { cycle })
      await relinkNeeds(tx, countyId, order.id, at)
      await backToWork(tx, { ...order, cycle }, at, by)
    } else await backToWork(tx, order, at, by)
    return viewRetirement(tx, id, actor, at)
  })
}
