import { moveSubtree } from '@dj/db/queries/county/tree-changes.ts'
import { recordEvent } from '@dj/db/queries/platform/events.ts'
import { must } from '@dj/shared/platform/assert.ts'
import { moveRefusal } from '@dj/shared/county/organization/tree.rules.ts'
import type { MoveOrganization, OrganizationDetail } from '@dj/shared/county/organization/tree.schema.ts'
import type { Actor } from '@dj/shared/policy.ts'
import { refuseIf } from '@dj/shared/problem.ts'
import type { Deps } from '../../platform/deps.ts'
import type { Sent } from '../../platform/http/spec.ts'
import { holdOrganization } from './hold-organization.ts'
import { viewOf } from './read-tree.ts'

/** Another parent, with all that lies below: its orders and needs under way count for the new town from then on. */
export function moveOrganization(
  deps: Deps,
  { actor, id, version, parentId, reason }: MoveOrganization & { actor: Actor; id: string; version: number },
): Promise<Sent<typeof OrganizationDetail>> {
  const { countyId, personId: by } = actor
  return deps.withTx(countyId, async (tx, at) => {
    const other = { id: parentId, field: 'parentId' }
    const held = await holdOrganization(tx, actor, { operation: 'organization.move', id, version, other })
    const parent = must(held.other, 'the new parent')
    refuseIf(moveRefusal(held.node, parent), 'parentId')
    await moveSubtree(tx, { countyId, id }, parent)
    const data = { organizationId: id, from: held.node.parentId, to: parentId, reason }
    await recordEvent(tx, { countyId, kind: 'organization.moved', at, by, data })
    return viewOf(tx, countyId, id, at)
  })
}
