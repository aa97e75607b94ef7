import { claimsOf } from '@dj/db/queries/claim/claims.ts'
import { lockOrder, updateOrder } from '@dj/db/queries/build/orders.ts'
import { lockReopeningOf, type ReopeningRow, updateReopening } from '@dj/db/queries/follow/reopenings.ts'
import { recordEvent } from '@dj/db/queries/platform/events.ts'
import type { Tx } from '@dj/db/with-tx.ts'
import { must } from '@dj/shared/platform/assert.ts'

interface Changed {
  countyId: string
  orderId: string
  /** The finding that reads differently now. */
  findingId: string
  appealId: string
  at: Date
  by: string
}

const findingsOf = ({ findingId, facts }: ReopeningRow): string[] => [
  findingId,
  ...(Array.isArray(facts['added']) ? facts['added'].map((each: { findingId: string }) => each.findingId) : []),
]

/** A question that waits and rests on the finding is taken back; the other findings it rested on, which have to be followed anew. Undefined where none waits. */
export async function withdrawQuestion(tx: Tx, changed: Changed): Promise<string[] | undefined> {
  const { countyId, orderId, findingId } = changed
  const waiting = await lockReopeningOf(tx, countyId, orderId, ['proposed'])
  if (!waiting || !findingsOf(waiting).includes(findingId)) return undefined
  await withdraw(tx, waiting, changed)
  return findingsOf(waiting).filter((each) => each !== findingId)
}

/** The order was opened again for this finding alone, which no longer asks anything, and nothing has begun since: it is complete as before. */
export async function closeAsBefore(tx: Tx, changed: Changed): Promise<void> {
  const { countyId, orderId, findingId, at } = changed
  const reopened = await lockReopeningOf(tx, countyId, orderId, ['rectify', 'retire'])
  if (!reopened || findingsOf(reopened).some((each) => each !== findingId)) return
  const order = must(await lockOrder(tx, countyId, orderId), 'the order of an appeal')
  const { cycle } = reopened
  if (order.state !== 'open' || order.cycle !== cycle + 1) return
  if ((await claimsOf(tx, countyId, orderId, order.cycle)).length > 0) return
  await updateOrder(tx, countyId, orderId, { state: 'closed', stateSince: at, cycle, closedCycle: cycle })
  await withdraw(tx, reopened, changed)
}

async function withdraw(tx: Tx, { id, cycle }: ReopeningRow, { countyId, orderId, appealId, at, by }: Changed) {
  await updateReopening(tx, countyId, id, { state: 'withdrawn' })
  const data = { reopeningId: id, cycle, appealId }
  await recordEvent(tx, { countyId, kind: 'order.reopening_withdrawn', at, by, orderId, data })
}
