import { recordEvent } from '@dj/db/queries/platform/events.ts'
import { insertOrder, insertPlaces, lockOrder } from '@dj/db/queries/build/orders.ts'
import { linkNeeds, retiredOrderOf } from '@dj/db/queries/collect/order-needs.ts'
import { findOrganization, type OrganizationRow } from '@dj/db/queries/county/organizations.ts'
import { currentSettings } from '@dj/db/queries/county/settings.ts'
import type { Tx } from '@dj/db/with-tx.ts'
import { indexTerms } from '@dj/db/search/terms.ts'
import type { OrderId } from '@dj/shared/platform/ids.ts'
import { tierFitsOwner } from '@dj/shared/build/order/order.rules.ts'
import type { BuildOrder, OrderView } from '@dj/shared/build/order/order.schema.ts'
import { type Actor, may } from '@dj/shared/policy.ts'
import { Refused } from '@dj/shared/problem.ts'
import { refuseDates } from '../../build/orders/order-dates.ts'
import { type Deps, newId } from '../../platform/deps.ts'
import type { Sent } from '../../platform/http/spec.ts'
import { takeNeeds } from './take-needs.ts'
import { viewOrder } from '../../build/orders/read-order.ts'

/** Builds a draft from needs that wait in the builder's reach. The tier follows the owner, and its reason is kept. [003 建单] */
export function buildOrder(deps: Deps, input: BuildOrder & { actor: Actor }): Promise<Sent<typeof OrderView>> {
  const { actor, needIds, places, ownerOrganizationId, reentryOfId: named, ...words } = input
  const { countyId } = actor
  return deps.withTx(countyId, async (tx, at) => {
    const [owner, { settings }] = await Promise.all([
      findOrganization(tx, countyId, ownerOrganizationId),
      currentSettings(tx, countyId),
    ])
    refuseOwner(owner, input, actor)
    refuseDates(input, at)
    if (!settings.categories.some(({ code }) => code === words.category))
      throw new Refused('need.category_unknown', 'category')
    await takeNeeds(tx, actor, needIds)
    await refuseReentry(tx, countyId, named ?? null)
    const reentryOfId = named ?? (await retiredOrderOf(tx, countyId, needIds))
    const id = newId<OrderId>()
    await insertOrder(tx, {
      ...words,
      reentryOfId,
      countyId,
      id,
      ownerOrganizationId,
      townId: owner?.townId ?? null,
      state: 'draft',
      authorId: actor.personId,
      listedAt: at,
      stateSince: at,
      confirmedAt: at,
      search: orderTerms(words),
    })
    await Promise.all([
      insertPlaces(tx, countyId, id, 1, places),
      linkNeeds(tx, { countyId, orderId: id, linkedBy: actor.personId, linkedAt: at }, needIds),
      recordEvent(tx, {
        countyId,
        kind: 'order.built',
        at,
        by: actor.personId,
        orderId: id,
        data: { tier: words.tier, needIds },
      }),
    ])
    return viewOrder(tx, { actor, orderId: id }, at)
  })
}

export const orderTerms = (words: {
  title: string
  ask: string
  location: string | null
  skills: readonly string[]
}): string[] => indexTerms([words.title, words.ask, words.location ?? '', ...words.skills].join('\n'))

function refuseOwner(
  owner: OrganizationRow | undefined,
  { tier }: BuildOrder,
  actor: Actor,
): asserts owner is OrganizationRow {
  if (!owner) throw new Refused('need.organization_unknown', 'ownerOrganizationId')
  if (!tierFitsOwner(tier, owner.kind)) throw new Refused('order.tier_owner_mismatch', 'tier')
  if (!may('order.build', actor, { path: owner.path })) throw new Refused('auth.forbidden')
}

/** Re-entry is a new order linked to the old one, and the old one has been retired. */
async function refuseReentry(tx: Tx, countyId: string, reentryOfId: string | null): Promise<void> {
  if (reentryOfId === null) return
  const old = await lockOrder(tx, countyId, reentryOfId)
  if (old?.state !== 'retired') throw new Refused('order.need_not_available', 'reentryOfId')
}
