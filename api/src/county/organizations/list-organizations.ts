import { listOrganizations } from '@dj/db/queries/county/organizations.ts'
import type { OrganizationQuery, OrganizationView } from '@dj/shared/county/organization/organization.schema.ts'
import type { Actor } from '@dj/shared/policy.ts'
import type { Deps } from '../../platform/deps.ts'
import type { Sent } from '../../platform/http/spec.ts'
import { toOrganizationView } from './organization.view.ts'

export async function listOrganizationsFor(
  deps: Deps,
  { actor, ...filter }: OrganizationQuery & { actor: Actor },
): Promise<{ items: Sent<typeof OrganizationView>[] }> {
  const rows = await listOrganizations(deps.db, actor.countyId, filter)
  return { items: rows.map(toOrganizationView) }
}
