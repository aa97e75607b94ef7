import { finalFindings } from '@dj/db/queries/follow/finding-views.ts'
import { ownerOf } from '@dj/db/queries/build/orders.ts'
import { ownerAndState } from '@dj/db/queries/build/timeline.ts'
import type { Reads } from '@dj/db/connect.ts'
import type { FindingView } from '@dj/shared/follow/finding/finding.schema.ts'
import { type Actor, may } from '@dj/shared/policy.ts'
import { Refused } from '@dj/shared/problem.ts'
import type { Deps } from '../../platform/deps.ts'
import type { Sent } from '../../platform/http/spec.ts'
import { isVisible } from '../../build/orders/read-order.ts'
import { isConcerned, type Owned } from './concerned.ts'
import { publicPart, toFindingView } from './finding.view.ts'

/** What was found on an order: whole for those concerned, the organizers above and inspectors; words and verdict for the county. */
export async function listFindings(
  deps: Deps,
  { actor, orderId }: { actor: Actor; orderId: string },
): Promise<{ items: Sent<typeof FindingView>[] }> {
  const { countyId } = actor
  const [found, owner] = await Promise.all([
    ownerAndState(deps.db, countyId, orderId),
    ownerOf(deps.db, countyId, orderId),
  ])
  if (!found || !owner || !isVisible(found, actor)) throw new Refused('not_found')
  const order = { countyId, orderId, ownerId: owner.id, ownerPath: owner.path }
  const whole = await readsWhole(deps.db, actor, order)
  const items = (await finalFindings(deps.db, countyId, orderId)).map(toFindingView)
  return { items: whole ? items : items.map(publicPart) }
}

/** Those concerned, the organizers above and inspectors. */
export const readsWhole = async (db: Reads, actor: Actor, order: Owned): Promise<boolean> =>
  may('order.edit', actor, { path: order.ownerPath }) ||
  may('inspection.list', actor) ||
  (await isConcerned(db, actor, order))
