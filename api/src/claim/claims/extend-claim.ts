import { updateClaim } from '@dj/db/queries/claim/claims.ts'
import { recordEvent } from '@dj/db/queries/platform/events.ts'
import { extendedUntil, extensionRefusal } from '@dj/shared/claim/claim/claim.rules.ts'
import type { ClaimView, ExtendClaim } from '@dj/shared/claim/claim/claim.schema.ts'
import type { Actor } from '@dj/shared/policy.ts'
import { refuseIf } from '@dj/shared/problem.ts'
import type { Deps } from '../../platform/deps.ts'
import type { Sent } from '../../platform/http/spec.ts'
import { viewClaim } from './claim.view.ts'
import { holdOwnClaim } from './hold-claim.ts'

/** One extension a claim, with a reason everybody sees, up to the order's due day. */
export function extendClaim(
  deps: Deps,
  input: ExtendClaim & { actor: Actor; claimId: string },
): Promise<Sent<typeof ClaimView>> {
  const { actor, claimId, reason } = input
  const { countyId, personId: by } = actor
  return deps.withTx(countyId, async (tx, at) => {
    const { claim, order, settings } = await holdOwnClaim(tx, actor, claimId)
    const days = settings.claim.extensionDays
    refuseIf(extensionRefusal(claim, { dueOn: order.dueOn, days }))
    const dueAt = extendedUntil(claim.dueAt, days)
    await updateClaim(tx, countyId, claimId, { dueAt, extended: true })
    const data = { reason, from: claim.dueAt.toISOString(), to: dueAt.toISOString() }
    await recordEvent(tx, { countyId, kind: 'claim.extended', at, by, orderId: order.id, claimId, data })
    return viewClaim(tx, claimId, { actor, settings, at })
  })
}
