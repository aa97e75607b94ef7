import { type RetirementRow, updateRetirement } from '@dj/db/queries/exit/retirements.ts'
import { recordEvent } from '@dj/db/queries/platform/events.ts'
import type { Tx } from '@dj/db/with-tx.ts'

interface Joining {
  retirement: RetirementRow
  facts: Record<string, unknown>
  reason: string
  by: string | null
  at: Date
}

/** A further finding that asks for the same joins a retirement under way as evidence. */
export async function joinRetirement(tx: Tx, { retirement, facts, reason, by, at }: Joining): Promise<void> {
  const { countyId, id, orderId } = retirement
  const before = Array.isArray(retirement.facts['added']) ? retirement.facts['added'] : []
  await updateRetirement(tx, countyId, id, { facts: { ...retirement.facts, added: [...before, facts] } })
  const data = { retirementId: id, words: reason, ...facts }
  await recordEvent(tx, { countyId, kind: 'retirement.joined', at, by, orderId, data })
}
