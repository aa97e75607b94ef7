import { claimsOf, type ClaimRow, deliveriesOf, updateClaim } from '@dj/db/queries/claim/claims.ts'
import { recordEvent } from '@dj/db/queries/platform/events.ts'
import { insertFeedbackRecord, type OrderRow, updateOrder } from '@dj/db/queries/build/orders.ts'
import type { Tx } from '@dj/db/with-tx.ts'
import { claimAfterAnswer } from '@dj/shared/claim/claim/claim.rules.ts'
import { dueTermAgain } from '@dj/shared/build/order/due.rules.ts'
import { cycleEnds } from '@dj/shared/build/order/order.rules.ts'
import { civilDateOf } from '@dj/shared/platform/time/quarter.ts'
import { nextCycle } from '../../build/orders/order-dates.ts'
import { settleOrder } from '../../build/orders/hold-order.ts'

interface Settling {
  order: OrderRow
  claim: ClaimRow
  answer: 'solved' | 'partly' | 'not' | 'unanswered'
  at: Date
  by: string | null
}

/** What an answer does: the claim completes, goes on or fails; when nobody is at work any more the cycle ends with its feedback record. */
export async function settleDelivery(tx: Tx, { order, claim, answer, at, by }: Settling): Promise<void> {
  const { countyId } = order
  const next = claimAfterAnswer(answer, claim.notSolvedOnce)
  const over = next.state === 'completed' || next.state === 'failed'
  // What waited for its answer kept the deadline it was delivered under; back at work, it has the order's of today.
  const clock = over ? { endedAt: at, endReason: answer } : dueTermAgain(claim, order.dueOn)
  await updateClaim(tx, countyId, claim.id, { ...next, ...clock })
  if (over) await goOn(tx, order, at, by)
  else await settleOrder(tx, order, at, by)
}

/** The order goes on as its claims say, or its cycle ends. Under a notice or a proposal to retire it stays what it is until that is decided. */
export async function goOn(tx: Tx, order: OrderRow, at: Date, by: string | null): Promise<void> {
  const claims = await claimsOf(tx, order.countyId, order.id, order.cycle)
  const isHeld = order.state === 'rectifying' || order.state === 'retiring'
  const isOver = !isHeld && cycleEnds(claims.map(({ state }) => state))
  if (isOver) await endCycle(tx, { order, at, by }, claims)
  else await settleOrder(tx, order, at, by)
}

type Ending = Pick<Settling, 'order' | 'at' | 'by'>

async function endCycle(tx: Tx, { order, at, by }: Ending, claims: readonly ClaimRow[]): Promise<void> {
  const { countyId, id: orderId, cycle } = order
  const done = new Set(claims.filter(({ state }) => state === 'completed').map(({ id }) => id))
  const deliveries = (await deliveriesOf(tx, countyId, orderId)).filter(({ claimId }) => done.has(claimId))
  const solved = deliveries.some((delivery) => delivery.answer === 'solved')
  const outcome = solved ? ('solved' as const) : ('unanswered' as const)
  const hours = deliveries.reduce((sum, delivery) => sum + Number(delivery.hours ?? 0), 0)
  const summary = deliveries.map(({ words }) => words).join('\n')
  await insertFeedbackRecord(tx, {
    countyId,
    orderId,
    cycle,
    outcome,
    summary,
    claims: done.size,
    hours: hours.toFixed(1),
    closedBy: by,
    closedAt: at,
  })
  const again = order.standing && (order.standingUntil === null || order.standingUntil >= civilDateOf(at))
  const state = again ? ('open' as const) : ('closed' as const)
  await updateOrder(tx, countyId, orderId, {
    state,
    stateSince: at,
    ...(again ? nextCycle(order) : { closedCycle: cycle }),
  })
  const kind = again ? 'order.cycle_ended' : 'order.closed'
  await recordEvent(tx, { countyId, kind, at, by, orderId, data: { outcome, cycle, claims: done.size, hours } })
}
