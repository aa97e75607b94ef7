import type { OrderRow } from '@dj/db/queries/build/orders.ts'
import type { FindingRow } from '@dj/db/queries/follow/findings.ts'
import { insertReopening, lockReopeningOf, updateReopening } from '@dj/db/queries/follow/reopenings.ts'
import { recordEvent } from '@dj/db/queries/platform/events.ts'
import type { Tx } from '@dj/db/with-tx.ts'
import { strictest } from '@dj/shared/follow/reopening/reopening.rules.ts'
import type { ReopeningAsked, ReopeningId } from '@dj/shared/follow/reopening/reopening.schema.ts'
import { newId } from '../../platform/deps.ts'

interface Asking {
  order: OrderRow
  finding: FindingRow
  asked: ReopeningAsked
  /** What it rests on. */
  facts: Record<string, unknown>
  items: readonly string[]
  /** Null when the rule on a second 差 asks. */
  by: string | null
  at: Date
}

/** Asks a second person to open a completed order again; what another finding has asked already, this one joins. The order is held by the caller. */
export async function askReopening(tx: Tx, asking: Asking): Promise<void> {
  const { order, finding, asked, by, at } = asking
  const { countyId, id: orderId, cycle } = order
  const waiting = await lockReopeningOf(tx, countyId, orderId, ['proposed'])
  const id = waiting?.id ?? newId<ReopeningId>()
  if (waiting) await join(tx, waiting, asking)
  else {
    const { facts, items } = asking
    const ground = { findingId: finding.id, facts, items: [...items], reason: finding.words }
    const ask = { countyId, id, orderId, cycle, state: 'proposed' as const, asked, ...ground }
    await insertReopening(tx, { ...ask, proposedBy: by, proposedAt: at })
  }
  const data = { reopeningId: id, findingId: finding.id, cycle, asked, words: finding.words }
  await recordEvent(tx, { countyId, kind: 'order.reopening_asked', at, by, orderId, data })
}

type Waiting = NonNullable<Awaited<ReturnType<typeof lockReopeningOf>>>

async function join(tx: Tx, waiting: Waiting, { finding, asked, facts, items }: Asking): Promise<void> {
  const before = Array.isArray(waiting.facts['added']) ? waiting.facts['added'] : []
  const numbers = items.map((_, i) => waiting.items.length + i + 1)
  await updateReopening(tx, waiting.countyId, waiting.id, {
    asked: strictest(waiting.asked, asked),
    facts: { ...waiting.facts, added: [...before, { ...facts, foundBy: finding.inspectorId, items: numbers }] },
    items: [...waiting.items, ...items],
  })
}
