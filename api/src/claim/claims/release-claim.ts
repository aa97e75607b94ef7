import { isClaimantAway, updateClaim } from '@dj/db/queries/claim/claims.ts'
import { recordEvent } from '@dj/db/queries/platform/events.ts'
import type { Tx } from '@dj/db/with-tx.ts'
import { claimActionRefusal, releaseRefusal } from '@dj/shared/claim/claim/claim.rules.ts'
import type { ClaimView, RecallClaim, ReleaseClaim } from '@dj/shared/claim/claim/claim.schema.ts'
import { type Actor, may } from '@dj/shared/policy.ts'
import { Refused, refuseIf } from '@dj/shared/problem.ts'
import type { Deps } from '../../platform/deps.ts'
import type { Sent } from '../../platform/http/spec.ts'
import { settleOrder } from '../../build/orders/hold-order.ts'
import { viewClaim } from './claim.view.ts'
import { type HeldClaim, holdClaim, holdOwnClaim } from './hold-claim.ts'

interface Input {
  actor: Actor
  claimId: string
}

/** Gives the place back: freely before work is reported, with a reason after. */
export function releaseClaim(deps: Deps, input: ReleaseClaim & Input): Promise<Sent<typeof ClaimView>> {
  const { actor, claimId, reason } = input
  return deps.withTx(actor.countyId, async (tx, at) => {
    const held = await holdOwnClaim(tx, actor, claimId)
    const { state, lastReportAt } = held.claim
    const refusal = releaseRefusal({ state, reported: lastReportAt !== null }, reason)
    refuseIf(refusal, refusal === 'claim.reason_needed' ? 'reason' : undefined)
    return giveBack(tx, held, { actor, reason: reason ?? null, at })
  })
}

/** The order's own desk gives it back for a member whose account is suspended or closed: nobody else could. */
export function recallClaim(
  deps: Deps,
  { actor, claimId, reason }: RecallClaim & Input,
): Promise<Sent<typeof ClaimView>> {
  return deps.withTx(actor.countyId, async (tx, at) => {
    const held = await holdClaim(tx, actor, claimId)
    const { claim, ownerPath } = held
    if (!may('claim.recall', actor, { path: ownerPath })) throw new Refused('auth.forbidden')
    const isAway = claim.claimantKind === 'member' && (await isClaimantAway(tx, actor.countyId, claim.personId))
    refuseIf(isAway ? claimActionRefusal(claim.state, 'release') : 'claim.claimant_present')
    return giveBack(tx, held, { actor, reason, at })
  })
}

interface Giving {
  actor: Actor
  reason: string | null
  at: Date
}

async function giveBack(tx: Tx, { claim, order, settings }: HeldClaim, { actor, reason, at }: Giving) {
  const { countyId, personId: by } = actor
  await updateClaim(tx, countyId, claim.id, { state: 'released', endedAt: at, endReason: reason })
  const event = { countyId, kind: 'claim.released' as const, at, by, orderId: order.id, claimId: claim.id }
  await recordEvent(tx, { ...event, data: { reason } })
  await settleOrder(tx, order, at, by)
  return viewClaim(tx, claim.id, { actor, settings, at })
}
