import { type ClaimRow, findClaim, lockClaim } from '@dj/db/queries/claim/claims.ts'
import { findOrganization } from '@dj/db/queries/county/organizations.ts'
import type { OrderRow } from '@dj/db/queries/build/orders.ts'
import { currentSettings } from '@dj/db/queries/county/settings.ts'
import type { Tx } from '@dj/db/with-tx.ts'
import { type Actor, may } from '@dj/shared/policy.ts'
import { Refused } from '@dj/shared/problem.ts'
import type { CountySettings } from '@dj/shared/county/settings/settings.schema.ts'
import { holdOrder } from '../../build/orders/hold-order.ts'

export interface HeldClaim {
  claim: ClaimRow
  order: OrderRow
  ownerPath: readonly string[]
  settings: CountySettings
}

/** Locks a claim behind its order: everybody takes the two locks in that order. */
export async function holdClaim(tx: Tx, actor: Actor, claimId: string): Promise<HeldClaim> {
  const found = await findClaim(tx, actor.countyId, claimId)
  if (!found) throw new Refused('not_found')
  const { order, ownerPath } = await holdOrder(tx, actor, found.orderId)
  const [claim, { settings }] = await Promise.all([
    lockClaim(tx, actor.countyId, claimId),
    currentSettings(tx, actor.countyId),
  ])
  if (!claim) throw new Refused('not_found')
  return { claim, order, ownerPath, settings }
}

/** Locks a claim for whoever works on it: the member who claimed, or the lead of the organization that did. */
export async function holdOwnClaim(tx: Tx, actor: Actor, claimId: string): Promise<HeldClaim> {
  const held = await holdClaim(tx, actor, claimId)
  const { claim } = held
  const organization = claim.organizationId
    ? await findOrganization(tx, actor.countyId, claim.organizationId)
    : undefined
  const target = claim.claimantKind === 'member' ? { personId: claim.personId } : { path: organization?.path ?? [] }
  if (!may('claim.work', actor, target)) throw new Refused('auth.forbidden')
  return held
}
