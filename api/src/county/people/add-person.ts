import { findOrganization } from '@dj/db/queries/county/organizations.ts'
import { listPeople } from '@dj/db/queries/county/people.ts'
import type { Tx } from '@dj/db/with-tx.ts'
import { must } from '@dj/shared/platform/assert.ts'
import type { AddPerson, PersonView } from '@dj/shared/county/people/people.schema.ts'
import type { Actor } from '@dj/shared/policy.ts'
import { Refused } from '@dj/shared/problem.ts'
import type { Deps } from '../../platform/deps.ts'
import type { Sent } from '../../platform/http/spec.ts'
import { createPerson } from './create-person.ts'
import { toPersonView } from './person.view.ts'

export async function addPerson(
  deps: Deps,
  { actor, password, ...person }: AddPerson & { actor: Actor },
): Promise<Sent<typeof PersonView>> {
  const { countyId } = actor
  const passwordHash = await deps.accounts.hashPassword(password)
  return deps.withTx(countyId, async (tx, at) => {
    await refuseUnknownHome(tx, countyId, person.homeOrganizationId)
    const { id } = await createPerson(tx, countyId, { ...person, passwordHash }, { at, by: actor.personId })
    return viewOf(tx, countyId, id)
  })
}

/** With the name: in a transaction of the county. */
export async function viewOf(tx: Tx, countyId: string, id: string): Promise<Sent<typeof PersonView>> {
  const [row] = await listPeople(tx, countyId, { id }, { limit: 1, after: null })
  return toPersonView(must(row, 'the person'))
}

export async function refuseUnknownHome(tx: Tx, countyId: string, id: string | null | undefined): Promise<void> {
  if (!id || (await findOrganization(tx, countyId, id))) return
  throw new Refused('person.organization_unknown', 'homeOrganizationId')
}
