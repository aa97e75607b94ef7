import type { Reads } from '@dj/db/connect.ts'
import { type ListedGrant, listGrants } from '@dj/db/queries/county/grants.ts'
import { must } from '@dj/shared/platform/assert.ts'
import type { GrantView } from '@dj/shared/county/people/people.schema.ts'
import { wireInstant, wireInstantOrNull } from '../../platform/http/instant.ts'
import type { Sent } from '../../platform/http/spec.ts'

export function toGrantView(row: ListedGrant): Sent<typeof GrantView> {
  const { id, personId, alias, username, role, organizationId, organizationName, grantedBy, live } = row
  return {
    id,
    person: { id: personId, alias, username },
    role,
    organization: { id: organizationId, name: organizationName },
    validFrom: wireInstant(row.validFrom),
    validUntil: wireInstantOrNull(row.validUntil),
    grantedBy,
    live,
  }
}

export async function grantView(db: Reads, countyId: string, id: string, at: Date): Promise<Sent<typeof GrantView>> {
  const [row] = await listGrants(db, countyId, { id, at }, { limit: 1, after: null })
  return toGrantView(must(row, 'the grant'))
}
