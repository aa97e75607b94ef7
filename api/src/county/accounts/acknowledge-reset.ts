import { lockReset, updateReset } from '@dj/db/queries/county/account-resets.ts'
import { recordEvent } from '@dj/db/queries/platform/events.ts'
import type { Actor } from '@dj/shared/policy.ts'
import { Refused } from '@dj/shared/problem.ts'
import type { Deps } from '../../platform/deps.ts'

/** The owner, or the security administrator, has read that an account got a new secret. */
export async function acknowledgeReset(deps: Deps, { actor, id }: { actor: Actor; id: string }): Promise<void> {
  const { countyId, personId: by, grants } = actor
  await deps.withTx(countyId, async (tx, at) => {
    const reset = await lockReset(tx, countyId, id)
    const isOwner = reset?.personId === by
    const isSecurity = grants.some(({ role }) => role === 'security_admin')
    if (!reset || (!isOwner && !isSecurity)) throw new Refused('not_found')
    const known = isOwner ? reset.ownerToldAt : reset.securityToldAt
    if (known !== null) return
    await updateReset(tx, reset, isOwner ? { ownerToldAt: at } : { securityToldAt: at })
    const data = { personId: reset.personId, resetId: id, as: isOwner ? 'owner' : 'security_admin' }
    await recordEvent(tx, { countyId, kind: 'account.reset_acknowledged', at, by, data })
  })
}
