import { recordEvent } from '@dj/db/queries/platform/events.ts'
import { type OrderRow, updateOrder } from '@dj/db/queries/build/orders.ts'
import { insertRetirement } from '@dj/db/queries/exit/retirements.ts'
import type { Tx } from '@dj/db/with-tx.ts'
import type { RetirementEvidence, RetirementId } from '@dj/shared/exit/retirement/retirement.schema.ts'
import { newId } from '../../platform/deps.ts'

export interface NewRetirement {
  order: OrderRow
  evidence: RetirementEvidence
  /** Rule version and inputs, or the finding it rests on. */
  facts: Record<string, unknown>
  reason: string
  /** Null when a rule proposes by itself. */
  by: string | null
  at: Date
}

/** Proposes the retirement of an order that its caller holds; the order is retiring until it is decided. */
export async function openRetirement(tx: Tx, proposal: NewRetirement): Promise<string> {
  const { order, evidence, facts, reason, by, at } = proposal
  const { countyId, id: orderId } = order
  const id = newId<RetirementId>()
  const row = {
    countyId,
    id,
    orderId,
    state: 'proposed' as const,
    evidence,
    facts,
    reason,
    orderStateBefore: order.state,
  }
  await insertRetirement(tx, { ...row, proposedBy: by, proposedAt: at })
  await updateOrder(tx, countyId, orderId, { state: 'retiring', stateSince: at })
  const data = { retirementId: id, evidence, reason, ...facts }
  await recordEvent(tx, { countyId, kind: 'retirement.proposed', at, by, orderId, data })
  return id
}
