import { type OrderRow, updateOrder } from '@dj/db/queries/build/orders.ts'
import { currentSettings } from '@dj/db/queries/county/settings.ts'
import { findFinding } from '@dj/db/queries/follow/findings.ts'
import { findReopening, type ReopeningRow, updateReopening } from '@dj/db/queries/follow/reopenings.ts'
import { recordEvent } from '@dj/db/queries/platform/events.ts'
import type { Tx } from '@dj/db/with-tx.ts'
import { must } from '@dj/shared/platform/assert.ts'
import type { DecideReopening, ReopeningView } from '@dj/shared/follow/reopening/reopening.schema.ts'
import type { Actor } from '@dj/shared/policy.ts'
import { Refused, refuseIf } from '@dj/shared/problem.ts'
import { refuseSameHand } from '../../county/accounts/same-hand.ts'
import { nextCycle } from '../../build/orders/order-dates.ts'
import { holdOrder } from '../../build/orders/hold-order.ts'
import { issueRectification } from '../../exit/rectifications/issue-rectification.ts'
import { openRetirement } from '../../exit/retirements/open-retirement.ts'
import { putOnNotice } from '../../exit/retirements/put-on-notice.ts'
import type { Deps } from '../../platform/deps.ts'
import type { Sent } from '../../platform/http/spec.ts'
import { readReopening, refusalToReopen, toReopeningView } from './reopening.view.ts'

type Input = DecideReopening & { actor: Actor; id: string }

/** A second person decides: the completion stands, or the order opens again in a new cycle, to be put right or to leave. */
export function decideReopening(
  deps: Deps,
  { actor, id, decision, reason }: Input,
): Promise<Sent<typeof ReopeningView>> {
  const { countyId, personId: by } = actor
  return deps.withTx(countyId, async (tx, at) => {
    const found = await findReopening(tx, countyId, id)
    if (!found) throw new Refused('not_found')
    const { order } = await holdOrder(tx, actor, found.orderId)
    const row = await readReopening(tx, countyId, id) // behind the order's lock: a rival's decision is seen
    const refusal = refusalToReopen(row, decision, actor)
    refuseIf(refusal ?? undefined, refusal === 'reopening.not_asked' ? 'decision' : undefined)
    await refuseSameHand(tx, actor, row.concerned, at)
    const state = decision === 'keep' ? ('kept' as const) : decision
    await updateReopening(tx, countyId, id, { state, decidedBy: by, decidedAt: at, decisionReason: reason })
    const kind = decision === 'keep' ? ('order.completion_kept' as const) : ('order.reopened' as const)
    const data = { reopeningId: id, cycle: row.cycle, decision, reason }
    await recordEvent(tx, { countyId, kind, at, by, orderId: order.id, data })
    const reopening = must(await findReopening(tx, countyId, id), 'the reopening just decided')
    if (decision !== 'keep') await reopen(tx, { order, reopening, decision, reason, at, by })
    return toReopeningView(await readReopening(tx, countyId, id), actor)
  })
}

interface Reopened {
  order: OrderRow
  reopening: ReopeningRow
  decision: 'rectify' | 'retire'
  reason: string
  at: Date
  by: string
}

/** The earlier cycle keeps its claims and its record; what follows runs in the next. */
async function reopen(tx: Tx, { order: closed, reopening, decision, reason, at, by }: Reopened): Promise<void> {
  const { countyId } = closed
  const { findingId, proposedBy, reason: found, items } = reopening
  const order = { ...closed, ...nextCycle(closed) }
  await updateOrder(tx, countyId, order.id, nextCycle(closed))
  const facts = { ...reopening.facts, reopenedCycle: order.cycle }
  if (decision === 'retire') {
    const evidence = 'earlier' in facts ? ('second_poor' as const) : ('finding' as const)
    const id = await openRetirement(tx, { order, evidence, facts, reason: found, by: proposedBy, at })
    return putOnNotice(tx, { order, id, reason, at, by })
  }
  const { settings } = await currentSettings(tx, countyId)
  const foundBy = must(await findFinding(tx, countyId, findingId), 'the finding of a reopening').inspectorId
  const from = { order, cause: 'finding' as const, findingId, foundBy, items, facts }
  await issueRectification(tx, { ...from, by, at, settings })
}
