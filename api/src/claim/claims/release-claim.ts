import { updateClaim } from '@dj/db/queries/claim/claims.ts'
import { recordEvent } from '@dj/db/queries/platform/events.ts'
import { releaseRefusal } from '@dj/shared/claim/claim/claim.rules.ts'
import type { ClaimView, ReleaseClaim } from '@dj/shared/claim/claim/claim.schema.ts'
import type { Actor } from '@dj/shared/policy.ts'
import { refuseIf } from '@dj/shared/problem.ts'
import type { Deps } from '../../platform/deps.ts'
import type { Sent } from '../../platform/http/spec.ts'
import { settleOrder } from '../../build/orders/hold-order.ts'
import { viewClaim } from './claim.view.ts'
import { holdOwnClaim } from './hold-claim.ts'

/** Gives the place back: freely before work is reported, with a reason after. */
export function releaseClaim(
  deps: Deps,
  input: ReleaseClaim & { actor: Actor; claimId: string },
): Promise<Sent<typeof ClaimView>> {
  const { actor, claimId, reason } = input
  const { countyId, personId: by } = actor
  return deps.withTx(countyId, async (tx, at) => {
    const { claim, order, settings } = await holdOwnClaim(tx, actor, claimId)
    const refusal = releaseRefusal({ state: claim.state, reported: claim.lastReportAt !== null }, reason)
    refuseIf(refusal, refusal === 'claim.reason_needed' ? 'reason' : undefined)
    await updateClaim(tx, countyId, claimId, { state: 'released', endedAt: at, endReason: reason ?? null })
    await recordEvent(tx, {
      countyId,
      kind: 'claim.released',
      at,
      by,
      orderId: order.id,
      claimId,
      data: { reason: reason ?? null },
    })
    await settleOrder(tx, order, at, by)
    return viewClaim(tx, claimId, { actor, settings, at })
  })
}
