import { lockNeeds } from '@dj/db/queries/collect/order-needs.ts'
import { findOrganization } from '@dj/db/queries/county/organizations.ts'
import type { Tx } from '@dj/db/with-tx.ts'
import { actRefusal } from '@dj/shared/collect/need/need.rules.ts'
import { type Actor, may } from '@dj/shared/policy.ts'
import { Refused } from '@dj/shared/problem.ts'

/** Holds the needs an order is to be built from. Each must wait, and lie in the builder's reach by its organization or town. */
export async function takeNeeds(tx: Tx, actor: Actor, needIds: readonly string[]): Promise<void> {
  const needs = await lockNeeds(tx, actor.countyId, needIds)
  if (needs.length !== new Set(needIds).size) throw new Refused('order.need_not_available', 'needIds')
  for (const need of needs) {
    const home = need.organizationId ?? need.townId
    const organization = home === null ? undefined : await findOrganization(tx, actor.countyId, home)
    const reaches = organization
      ? may('need.read', actor, { path: organization.path })
      : actor.grants.some(isCountyWide)
    if (!reaches || actRefusal(need, 'link')) throw new Refused('order.need_not_available', 'needIds')
  }
}

// A need of no known place belongs to the county's desk.
const isCountyWide = ({ role }: { role: string }) => role === 'county_organizer'
