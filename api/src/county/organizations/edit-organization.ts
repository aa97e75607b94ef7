import { updateOrganization } from '@dj/db/queries/county/tree-changes.ts'
import { recordEvent } from '@dj/db/queries/platform/events.ts'
import type { EditOrganization, OrganizationDetail } from '@dj/shared/county/organization/tree.schema.ts'
import type { Actor } from '@dj/shared/policy.ts'
import { refuseIf } from '@dj/shared/problem.ts'
import type { Deps } from '../../platform/deps.ts'
import type { Sent } from '../../platform/http/spec.ts'
import { saveEnterprise } from './add-organization.ts'
import { holdOrganization } from './hold-organization.ts'
import { viewOf } from './read-tree.ts'

/** A new name, under which the old one still finds it, or what is known of an enterprise. */
export function editOrganization(
  deps: Deps,
  { actor, id, version, name, enterprise }: EditOrganization & { actor: Actor; id: string; version: number },
): Promise<Sent<typeof OrganizationDetail>> {
  const { countyId, personId: by } = actor
  return deps.withTx(countyId, async (tx, at) => {
    const { node } = await holdOrganization(tx, actor, { operation: 'organization.edit', id, version })
    refuseIf(node.kind === 'county' ? 'organization.is_root' : undefined)
    refuseIf(node.closedOn === null ? undefined : 'organization.closed')
    refuseIf(enterprise && node.kind !== 'enterprise' ? 'organization.no_enterprise' : undefined, 'enterprise')
    const renamed = name !== undefined && name !== node.name
    const formerNames = renamed ? [node.name, ...node.formerNames.filter((each) => each !== name)] : node.formerNames
    await updateOrganization(tx, { countyId, id }, { name: name ?? node.name, formerNames })
    if (enterprise) await saveEnterprise(tx, { countyId, id }, enterprise)
    const data = {
      organizationId: id,
      ...(renamed && { from: node.name, name }),
      fields: Object.keys(enterprise ?? {}),
    }
    await recordEvent(tx, { countyId, kind: 'organization.edited', at, by, data })
    return viewOf(tx, countyId, id, at)
  })
}
