import { findOrganization, updateOfficeContact } from '@dj/db/queries/county/organizations.ts'
import { recordEvent } from '@dj/db/queries/platform/events.ts'
import type { OrganizationView, SetOfficeContact } from '@dj/shared/county/organization/organization.schema.ts'
import { must } from '@dj/shared/platform/assert.ts'
import { type Actor, may } from '@dj/shared/policy.ts'
import { Refused } from '@dj/shared/problem.ts'
import type { Deps } from '../../platform/deps.ts'
import type { Sent } from '../../platform/http/spec.ts'
import { toOrganizationView } from './organization.view.ts'

/** Whom to call at an organization: what those who take its orders on are told. The log says that it was set, not to what. */
export function setOfficeContact(
  deps: Deps,
  { actor, id, contact }: SetOfficeContact & { actor: Actor; id: string },
): Promise<Sent<typeof OrganizationView>> {
  const { countyId, personId: by } = actor
  return deps.withTx(countyId, async (tx, at) => {
    const organization = await findOrganization(tx, countyId, id)
    if (!organization) throw new Refused('not_found')
    if (!may('organization.set_contact', actor, organization)) throw new Refused('auth.forbidden')
    await updateOfficeContact(tx, organization, contact)
    const data = { organizationId: id, known: contact !== null }
    await recordEvent(tx, { countyId, kind: 'organization.contact_set', at, by, data })
    return toOrganizationView(must(await findOrganization(tx, countyId, id), `organization ${id}`))
  })
}
