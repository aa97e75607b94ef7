import type { Reads } from '@dj/db/connect.ts'
import { claimantOrganizations } from '@dj/db/queries/follow/appeals.ts'
import { partOf } from '@dj/db/queries/build/orders.ts'
import { leadsOwner } from '../../build/orders/leads-owner.ts'
import { type Actor, may } from '@dj/shared/policy.ts'

export interface Owned {
  countyId: string
  orderId: string
  ownerId: string
  ownerPath: readonly string[]
}

/** Whom a word about the order concerns: who leads its owner, who works on it, and who leads an organization that does. */
export async function isConcerned(db: Reads, actor: Actor, order: Owned): Promise<boolean> {
  if (leadsOwner(actor, order)) return true
  const [part, claiming] = await Promise.all([
    partOf(db, order.countyId, order.orderId, actor.personId),
    claimantOrganizations(db, order.countyId, order.orderId),
  ])
  if (part === 'doer') return true
  return claiming.some(({ path }) => may('claim.take_for_organization', actor, { path }))
}
