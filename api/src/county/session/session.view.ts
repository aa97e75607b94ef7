import type { Reads } from '@dj/db/connect.ts'
import { sessionViewOf, type SessionViewRow } from '@dj/db/queries/county/sessions.ts'
import { must } from '@dj/shared/platform/assert.ts'
import type { SessionView } from '@dj/shared/county/people/session.schema.ts'
import type { Sent } from '../../platform/http/spec.ts'
import type { SignedIn } from '../../platform/accounts.ts'

export async function sessionView(db: Reads, { actor, username }: SignedIn): Promise<Sent<typeof SessionView>> {
  const row = must(await sessionViewOf(db, actor), 'the person signed in')
  const { alias, kind, skills, homeOrganizationId, homeOrganizationName } = row
  return {
    account: { id: actor.accountId, username },
    person: { id: actor.personId, alias, kind, homeOrganizationId, homeOrganizationName, skills },
    county: { id: actor.countyId, name: row.countyName, demo: row.demo },
    roles: [...ownRole(row), ...row.roles],
  }
}

/** Member and worker follow from what the person is; where they have no home they stand under the county. */
function ownRole(row: SessionViewRow): Sent<typeof SessionView>['roles'] {
  if (row.kind === 'staff') return []
  const organizationId = row.homeOrganizationId ?? row.root.id
  const organizationName = row.homeOrganizationName ?? row.root.name
  return [{ role: row.kind === 'worker' ? 'worker' : 'member', organizationId, organizationName }]
}
