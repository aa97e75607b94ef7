import { findPage, type PageRow } from '@dj/db/queries/build/order-page.ts'
import { settingsOfVersion } from '@dj/db/queries/county/settings.ts'
import type { Reads } from '@dj/db/connect.ts'
import type { OrderView } from '@dj/shared/build/order/order.schema.ts'
import { type Actor, may } from '@dj/shared/policy.ts'
import { Refused } from '@dj/shared/problem.ts'
import type { Deps } from '../../platform/deps.ts'
import type { Sent } from '../../platform/http/spec.ts'
import { secondPersonRefusal } from './second-person.ts'
import { toOrderView } from './order.view.ts'

interface Input {
  actor: Actor
  orderId: string
}

/** The order page. A draft outside the viewer's reach answers as if it did not exist. */
export function readOrder(deps: Deps, input: Input): Promise<Sent<typeof OrderView>> {
  return viewOrder(deps.db, input, deps.now())
}

/** The same view, in or outside a transaction. */
export async function viewOrder(db: Reads, { actor, orderId }: Input, at: Date): Promise<Sent<typeof OrderView>> {
  const row = await findPage(db, actor, orderId)
  if (!row || !isVisible(row, actor)) throw new Refused('not_found')
  const settings = await settingsOfVersion(db, actor.countyId, row.settings_version)
  const view = toOrderView(row, { actor, settings, at })
  if (view.may.publish !== null) return view
  const refusal = await secondPersonRefusal(db, actor, { id: orderId, tier: row.tier, authorId: row.author_id }, at)
  return { ...view, may: { ...view.may, publish: refusal ?? null } }
}

/** Published orders are seen by the whole county, drafts by those who build there. */
export const isVisible = (row: { state: PageRow['state']; owner_path: readonly string[] }, actor: Actor): boolean =>
  (row.state !== 'draft' && row.state !== 'discarded') || may('order.read_draft', actor, { path: row.owner_path })
