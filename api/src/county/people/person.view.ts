import type { ListedPerson } from '@dj/db/queries/county/people.ts'
import type { PersonView } from '@dj/shared/county/people/people.schema.ts'
import type { Sent } from '../../platform/http/spec.ts'

export function toPersonView(row: ListedPerson): Sent<typeof PersonView> {
  const {
    id,
    version,
    alias,
    name,
    kind,
    status,
    homeOrganizationId,
    homeOrganizationName,
    username,
    skills,
    documentLast4,
  } = row
  const home = homeOrganizationId === null ? null : { id: homeOrganizationId, name: homeOrganizationName ?? '' }
  return { id, version, alias, name, kind, status, homeOrganization: home, username, skills, documentLast4 }
}
