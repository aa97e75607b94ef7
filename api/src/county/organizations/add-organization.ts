import { findOrganization, insertOrganization } from '@dj/db/queries/county/organizations.ts'
import { lockOrganizations } from '@dj/db/queries/county/tree.ts'
import { upsertEnterprise } from '@dj/db/queries/county/tree-changes.ts'
import { recordEvent } from '@dj/db/queries/platform/events.ts'
import type { Tx } from '@dj/db/with-tx.ts'
import { partyKinds } from '@dj/shared/county/organization/organization.schema.ts'
import { parentRefusal } from '@dj/shared/county/organization/tree.rules.ts'
import type {
  AddOrganization,
  EditOrganization,
  OrganizationDetail,
} from '@dj/shared/county/organization/tree.schema.ts'
import { type Actor, may } from '@dj/shared/policy.ts'
import { Refused, refuseIf } from '@dj/shared/problem.ts'
import { type Deps, newId } from '../../platform/deps.ts'
import { given } from '../../platform/given.ts'
import type { Sent } from '../../platform/http/spec.ts'
import { viewOf } from './read-tree.ts'

/** A new node of the tree, below a parent that such a kind may stand below. */
export function addOrganization(
  deps: Deps,
  { actor, kind, name, parentId, enterprise }: AddOrganization & { actor: Actor },
): Promise<Sent<typeof OrganizationDetail>> {
  const { countyId, personId: by } = actor
  return deps.withTx(countyId, async (tx, at) => {
    const [parent] = await lockOrganizations(tx, countyId, [parentId])
    if (!parent || !may('organization.add', actor, parent)) throw new Refused('organization.parent_unknown', 'parentId')
    refuseIf(parentRefusal(kind, parent), 'parentId')
    refuseIf(enterprise && kind !== 'enterprise' ? 'organization.no_enterprise' : undefined, 'enterprise')
    const id = newId()
    await insertOrganization(tx, { countyId, id, kind, name, demo: parent.demo, createdAt: at }, parent)
    if (kind === 'enterprise') await saveEnterprise(tx, { countyId, id }, enterprise ?? {})
    const data = { organizationId: id, kind, name, parentId }
    await recordEvent(tx, { countyId, kind: 'organization.added', at, by, data })
    return viewOf(tx, countyId, id, at)
  })
}

/** Errors: organization.parent_unknown at the party organization, and the constraint of the credit code. */
export async function saveEnterprise(
  tx: Tx,
  which: { countyId: string; id: string },
  facts: NonNullable<EditOrganization['enterprise']>,
): Promise<void> {
  const { partyOrganizationId } = facts
  const covering = partyOrganizationId ? await findOrganization(tx, which.countyId, partyOrganizationId) : undefined
  if (partyOrganizationId && !partyKinds.some((kind) => kind === covering?.kind)) {
    throw new Refused('organization.parent_unknown', 'enterprise.partyOrganizationId')
  }
  await upsertEnterprise(tx, which, given(facts))
}
