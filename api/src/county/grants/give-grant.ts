import { findOrganization } from '@dj/db/queries/county/organizations.ts'
import { findPerson } from '@dj/db/queries/county/people.ts'
import type { Tx } from '@dj/db/with-tx.ts'
import type { GrantId } from '@dj/shared/platform/ids.ts'
import { grantRefusal } from '@dj/shared/county/people/grant.rules.ts'
import type { GiveGrant, GrantView } from '@dj/shared/county/people/people.schema.ts'
import type { Actor } from '@dj/shared/policy.ts'
import { Refused, refuseIf } from '@dj/shared/problem.ts'
import type { Deps } from '../../platform/deps.ts'
import type { Sent } from '../../platform/http/spec.ts'
import { refuseSameHand } from '../accounts/same-hand.ts'
import { grantRole, type RoleToGrant } from './grant-role.ts'
import { grantView } from './grant.view.ts'

export async function giveGrant(
  deps: Deps,
  { actor, validUntil, ...grant }: GiveGrant & { actor: Actor },
): Promise<Sent<typeof GrantView>> {
  const { countyId } = actor
  const until = validUntil === undefined ? null : new Date(validUntil)
  const view = await deps.withTx(countyId, async (tx, at) => {
    refuseIf(until !== null && until <= at ? 'grant.until_passed' : undefined, 'validUntil')
    const id = await grantDecided(tx, { countyId, ...grant, validUntil: until }, { at, by: actor.personId })
    return grantView(tx, countyId, id, at)
  })
  await deps.accounts.forget(grant.personId)
  return view
}

/** Gives the role if the rules let `by` do so; `personField` is where a form asks who. */
export async function grantDecided(
  tx: Tx,
  grant: RoleToGrant,
  { at, by }: { at: Date; by: string },
  personField = 'personId',
): Promise<GrantId> {
  const { countyId, role } = grant
  const [person, organization] = await Promise.all([
    findPerson(tx, countyId, grant.personId),
    findOrganization(tx, countyId, grant.organizationId),
  ])
  if (person?.status !== 'active') throw new Refused('grant.person_unknown', personField)
  if (!organization) throw new Refused('person.organization_unknown', 'organizationId')
  refuseIf(grantRefusal({ role, organizationKind: organization.kind, person, granterId: by }))
  await refuseSameHand(tx, { countyId, personId: by }, [person.id], at, personField)
  return grantRole(tx, grant, { at, by })
}
