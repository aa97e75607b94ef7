import { updateClaim } from '@dj/db/queries/claim/claims.ts'
import { recordEvent } from '@dj/db/queries/platform/events.ts'
import { claimActionRefusal } from '@dj/shared/claim/claim/claim.rules.ts'
import type { ClaimView, DecideClaimRequest } from '@dj/shared/claim/claim/claim.schema.ts'
import { type Actor, may } from '@dj/shared/policy.ts'
import { Refused, refuseIf } from '@dj/shared/problem.ts'
import { deadlineAfterDays } from '@dj/shared/platform/time/deadline.ts'
import { civilDateOf } from '@dj/shared/platform/time/quarter.ts'
import { dueTerm } from '@dj/shared/build/order/due.rules.ts'
import { refuseSameHand } from '../../county/accounts/same-hand.ts'
import type { Deps } from '../../platform/deps.ts'
import type { Sent } from '../../platform/http/spec.ts'
import { settleOrder } from '../../build/orders/hold-order.ts'
import { viewClaim } from './claim.view.ts'
import { holdClaim } from './hold-claim.ts'

/** Two-way choice: the owner accepts the claimant, whose term starts then, or declines. [003 双向自主选择] */
export function decideClaim(
  deps: Deps,
  input: DecideClaimRequest & { actor: Actor; claimId: string },
): Promise<Sent<typeof ClaimView>> {
  const { actor, claimId, decision, reason } = input
  const { countyId, personId: by } = actor
  return deps.withTx(countyId, async (tx, at) => {
    const { claim, order, ownerPath, settings } = await holdClaim(tx, actor, claimId)
    if (!may('claim.decide', actor, { path: ownerPath })) throw new Refused('auth.forbidden')
    if (claim.personId === by) throw new Refused('auth.forbidden')
    await refuseSameHand(tx, actor, [claim.personId], at)
    refuseIf(claimActionRefusal(claim.state, decision))
    const tooLate = order.dueOn !== null && order.dueOn < civilDateOf(at)
    refuseIf(decision === 'accept' && tooLate ? 'order.due_passed' : undefined)
    const change =
      decision === 'accept'
        ? {
            state: 'active' as const,
            startedAt: at,
            ...dueTerm(deadlineAfterDays(at, settings.claim.termDays), order.dueOn),
            ...{ respondBy: null, respondFrom: null, respondDays: null },
          }
        : { state: 'released' as const, endedAt: at, endReason: reason ?? null }
    await updateClaim(tx, countyId, claimId, change)
    const kind = decision === 'accept' ? 'claim.accepted' : 'claim.declined'
    await recordEvent(tx, { countyId, kind, at, by, orderId: order.id, claimId, data: { reason: reason ?? null } })
    await settleOrder(tx, order, at, by)
    return viewClaim(tx, claimId, { actor, settings, at })
  })
}
