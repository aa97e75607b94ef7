import { recordEvent } from '@dj/db/queries/platform/events.ts'
import { endGrant as saveEnd, findGrant, type GrantRow, lockHolders } from '@dj/db/queries/county/grants.ts'
import { announceChange } from '@dj/db/queries/county/sessions.ts'
import type { Tx } from '@dj/db/with-tx.ts'
import { isResponsible } from '@dj/shared/county/people/grant.rules.ts'
import type { EndGrant, GrantView } from '@dj/shared/county/people/people.schema.ts'
import type { Actor } from '@dj/shared/policy.ts'
import { Refused, refuseIf } from '@dj/shared/problem.ts'
import type { Deps } from '../../platform/deps.ts'
import type { Sent } from '../../platform/http/spec.ts'
import { grantDecided } from './give-grant.ts'
import { grantView } from './grant.view.ts'

/** Ends a role at once. Where nobody else holds it there, a successor takes it over in the same instant. */
export async function endGrant(
  deps: Deps,
  { actor, id, reason, successorId }: EndGrant & { actor: Actor; id: string },
): Promise<Sent<typeof GrantView>> {
  const { countyId, personId: by } = actor
  const view = await deps.withTx(countyId, async (tx, at) => {
    const grant = await findGrant(tx, countyId, id)
    if (!grant) throw new Refused('not_found')
    await refuseLast(tx, grant, successorId, at)
    await saveEnd(tx, { countyId, id, at, by, reason })
    await announceChange(tx, grant.personId)
    const { personId, role, organizationId } = grant
    const data = { grantId: id, personId, role, organizationId, successorId: successorId ?? null }
    await recordEvent(tx, { countyId, kind: 'grant.ended', at, by, data })
    const succession = { countyId, personId: successorId ?? '', role, organizationId }
    if (successorId !== undefined) await grantDecided(tx, succession, { at, by }, 'successorId')
    return grantView(tx, countyId, id, at)
  })
  await Promise.all([view.person.id, ...(successorId ? [successorId] : [])].map((each) => deps.accounts.forget(each)))
  return view
}

async function refuseLast(tx: Tx, grant: GrantRow, successorId: string | undefined, at: Date): Promise<void> {
  const holders = await lockHolders(tx, grant, at)
  if (!holders.some(({ grantId }) => grantId === grant.id)) throw new Refused('grant.ended')
  const others = holders.filter(({ grantId, active }) => active && grantId !== grant.id)
  const replaced = successorId !== undefined && successorId !== grant.personId
  const isLast = isResponsible(grant.role) && others.length === 0
  refuseIf(isLast && !replaced ? 'grant.last_one' : undefined, 'successorId')
}
