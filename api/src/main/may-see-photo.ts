import { ownerOf } from '@dj/db/queries/build/orders.ts'
import { findFindingView } from '@dj/db/queries/follow/finding-views.ts'
import type { Reads } from '@dj/db/connect.ts'
import type { Actor } from '@dj/shared/policy.ts'
import { readsWholeNeed } from '../collect/needs/read-need.ts'
import { readsWhole } from '../follow/findings/list-findings.ts'
import type { MaySee } from '../platform/attachments/read-photo.ts'

/** A photo of a finding or a need is for those who read that whole. Reports and answers are read by the whole county, and so are their photos. */
export const maySeePhoto: MaySee = async ({ db }, actor, { findingId, needId }) => {
  if (findingId !== null) return readsFinding(db, actor, findingId)
  return needId === null || readsWholeNeed(db, actor, needId)
}

async function readsFinding(db: Reads, actor: Actor, findingId: string): Promise<boolean> {
  const finding = await findFindingView(db, actor.countyId, findingId)
  const owner = finding && (await ownerOf(db, actor.countyId, finding.order_id))
  if (!finding || !owner) return false
  const order = { countyId: actor.countyId, orderId: finding.order_id, ownerId: owner.id, ownerPath: owner.path }
  return readsWhole(db, actor, order)
}
