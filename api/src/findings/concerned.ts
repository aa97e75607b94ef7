import type { Reads } from '@dj/db/connect.ts'
import { claimantOrganizations } from '@dj/db/queries/appeals.ts'
import { partOf } from '@dj/db/queries/orders.ts'
import { type Actor, may } from '@dj/shared/people/policy.ts'

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

/** Leads the owning organization itself, or as secretary one above it. */
export const leadsOwner = (actor: Actor, { ownerId, ownerPath }: Pick<Owned, 'ownerId' | 'ownerPath'>): boolean =>
  actor.grants.some(
    ({ role, organizationId }) =>
      (organizationId === ownerId && (role === 'town_organizer' || role === 'county_organizer')) ||
      (role === 'secretary' && ownerPath.includes(organizationId)),
  )
