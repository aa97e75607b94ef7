import { newId } from '@dj/api/platform/deps.ts'
import { insertClaim, insertDelivery } from '@dj/db/queries/claim/claims.ts'
import { takePart } from '@dj/db/queries/build/orders.ts'
import type { deliveryTable } from '@dj/db/tables/claim/claim.table.ts'
import type { World } from './world.ts'

type Delivered = Partial<typeof deliveryTable.$inferInsert>

let place = 0

/** The doer worked on the order and delivered, put straight into the database; the claim of an earlier cycle so that any number fits. */
export async function aDelivery(world: World, orderId: string, doer: { id: string }, wish: Delivered = {}) {
  const countyId = world.county.id
  const ids = { countyId, orderId }
  const [id, claimId] = [newId(), newId()]
  place += 1
  await world.deps.withTx(countyId, async (tx, at) => {
    await takePart(tx, { ...ids, personId: doer.id, part: 'doer' })
    const period = { startedAt: at, dueAt: at, endedAt: at }
    const kind = { claimantKind: 'member' as const, organizationId: null, state: 'completed' as const }
    await insertClaim(tx, { ...ids, ...kind, ...period, id: claimId, personId: doer.id, cycle: -place, place: 1 })
    await insertDelivery(tx, { ...ids, id, claimId, words: '已完成', deliveredBy: doer.id, deliveredAt: at, ...wish })
  })
  return { id, claimId }
}
