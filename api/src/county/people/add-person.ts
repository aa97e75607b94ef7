import { findOrganization } from '@dj/db/queries/county/organizations.ts'
import { listPeople } from '@dj/db/queries/county/people.ts'
import type { Tx } from '@dj/db/with-tx.ts'
import { must } from '@dj/shared/platform/assert.ts'
import type { AccountAdded } from '@dj/shared/county/people/account.schema.ts'
import type { AddPerson, PersonView } from '@dj/shared/county/people/people.schema.ts'
import type { Actor } from '@dj/shared/policy.ts'
import { Refused } from '@dj/shared/problem.ts'
import type { Deps } from '../../platform/deps.ts'
import type { Sent } from '../../platform/http/spec.ts'
import { issueCode, newAccountCode, withCode } from '../accounts/issue-code.ts'
import { createPerson } from './create-person.ts'
import { toPersonView } from './person.view.ts'

/** A person with an account that its owner opens with the code in this answer. */
export async function addPerson(
  deps: Deps,
  { actor, ...person }: AddPerson & { actor: Actor },
): Promise<Sent<typeof AccountAdded>> {
  const { countyId, personId: by } = actor
  const [code, passwordHash] = [newAccountCode(), await deps.accounts.hashOfNothing()]
  const added = await deps.withTx(countyId, async (tx, at) => {
    await refuseUnknownHome(tx, countyId, person.homeOrganizationId)
    const { id } = await createPerson(tx, countyId, { ...person, passwordHash, salt: deps.salt }, { at, by })
    const kind = 'opening' as const
    const { expiresAt } = await issueCode(tx, deps, { countyId, personId: id, kind, code }, { at, by })
    const { alias, name, username } = person
    return { ...(await viewOf(tx, countyId, id)), slip: { kind, alias, name, username, code: null, expiresAt } }
  })
  return withCode(added, code)
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
