import { recordEvent } from '@dj/db/queries/platform/events.ts'
import { typistOf } from '@dj/db/queries/exit/slip-typists.ts'
import { updateRetirement } from '@dj/db/queries/exit/retirements.ts'
import type { Actor } from '@dj/shared/policy.ts'
import { refuseIf } from '@dj/shared/problem.ts'
import { decideRefusal } from '@dj/shared/exit/retirement/retirement.rules.ts'
import type { DecideRetirement, RetirementView } from '@dj/shared/exit/retirement/retirement.schema.ts'
import { refuseSameHand } from '../../county/accounts/same-hand.ts'
import type { Deps } from '../../platform/deps.ts'
import type { Sent } from '../../platform/http/spec.ts'
import { backToWork } from './back-to-work.ts'
import { holdRetirement } from './hold-retirement.ts'
import { putOnNotice } from './put-on-notice.ts'
import { viewRetirement } from './retirement.view.ts'

type Input = DecideRetirement & { actor: Actor; id: string }

/** A second person at the right level decides: refused, the order goes back to work; approved, the public notice begins. */
export function decideRetirement(
  deps: Deps,
  { actor, id, decision, reason }: Input,
): Promise<Sent<typeof RetirementView>> {
  const { countyId, personId: by } = actor
  return deps.withTx(countyId, async (tx, at) => {
    const { retirement, order } = await holdRetirement(tx, actor, id, 'retirement.decide')
    const { state, proposedBy: proposedById, facts } = retirement
    const typedById = await typistOf(tx, order, facts['findingId'])
    refuseIf(decideRefusal({ state, tier: order.tier, proposedById, typedById }, actor))
    await refuseSameHand(tx, actor, [proposedById, typedById], at)
    if (decision === 'approve') await putOnNotice(tx, { order, id, reason, at, by })
    else {
      const decided = { decidedBy: by, decidedAt: at, decisionReason: reason }
      await updateRetirement(tx, countyId, id, { ...decided, state: 'refused' })
      const data = { retirementId: id, reason }
      await recordEvent(tx, { countyId, kind: 'retirement.refused', at, by, orderId: order.id, data })
      await backToWork(tx, order, at, by)
    }
    return viewRetirement(tx, id, actor, at)
  })
}
