import type { OrderRow } from '@dj/db/queries/build/orders.ts'
import type { Tx } from '@dj/db/with-tx.ts'
import { openRetirement } from './open-retirement.ts'

interface Failed {
  notice: { id: string; number: string }
  reason: string
  facts?: Record<string, unknown>
  at: Date
}

/** What a failed rectification leads to: the rule proposes the retirement of its order, which goes on from `open`. [domain §9] */
export async function retireFailed(tx: Tx, order: OrderRow, { notice, reason, facts, at }: Failed): Promise<void> {
  const evidence = { evidence: 'failed_rectification' as const, reason, by: null, at }
  const back = { ...order, state: 'open' as const }
  await openRetirement(tx, {
    order: back,
    ...evidence,
    facts: { rectificationId: notice.id, number: notice.number, ...facts },
  })
}
