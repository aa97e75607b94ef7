import { findParticipant, updateParticipant } from '@dj/db/queries/claim/claims.ts'
import { recordEvent } from '@dj/db/queries/platform/events.ts'
import { takePart } from '@dj/db/queries/build/orders.ts'
import type { ClaimView, Participate } from '@dj/shared/claim/claim/claim.schema.ts'
import { isLive } from '@dj/shared/build/order/order.rules.ts'
import type { Actor } from '@dj/shared/policy.ts'
import { refuseIf } from '@dj/shared/problem.ts'
import type { Deps } from '../../platform/deps.ts'
import type { Sent } from '../../platform/http/spec.ts'
import { viewClaim } from './claim.view.ts'
import { holdClaim } from './hold-claim.ts'

/** Nobody is claimed for without accepting: the listed person confirms or declines. */
export function participate(
  deps: Deps,
  input: Participate & { actor: Actor; claimId: string },
): Promise<Sent<typeof ClaimView>> {
  const { actor, claimId, answer } = input
  const { countyId, personId } = actor
  return deps.withTx(countyId, async (tx, at) => {
    const { claim, order, settings } = await holdClaim(tx, actor, claimId)
    const listed = await findParticipant(tx, countyId, claimId, personId)
    refuseIf(listed?.state === 'listed' ? undefined : 'claim.not_listed')
    refuseIf(isLive(claim.state) ? undefined : 'claim.not_live')
    const state = answer === 'confirm' ? 'confirmed' : 'declined'
    if (state === 'confirmed') await takePart(tx, { countyId, orderId: order.id, personId, part: 'doer' })
    await updateParticipant(tx, { countyId, claimId, personId }, { state, since: at })
    await recordEvent(tx, {
      countyId,
      kind: `claim.participant_${state}`,
      at,
      by: personId,
      orderId: order.id,
      claimId,
    })
    return viewClaim(tx, claimId, { actor, settings, at })
  })
}
