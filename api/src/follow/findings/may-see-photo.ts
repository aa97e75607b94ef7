import { ownerOf } from '@dj/db/queries/build/orders.ts'
import { findFindingView } from '@dj/db/queries/follow/finding-views.ts'
import type { MaySee } from '../../platform/attachments/read-photo.ts'
import { readsWhole } from './list-findings.ts'

/** The photos of a finding are for those who read it whole; all others show what everybody reads who finds them. */
export const maySeePhoto: MaySee = async ({ db }, actor, { findingId }) => {
  if (findingId === null) return true
  const finding = await findFindingView(db, actor.countyId, findingId)
  const owner = finding && (await ownerOf(db, actor.countyId, finding.order_id))
  if (!finding || !owner) return false
  const order = { countyId: actor.countyId, orderId: finding.order_id, ownerId: owner.id, ownerPath: owner.path }
  return readsWhole(db, actor, order)
}
