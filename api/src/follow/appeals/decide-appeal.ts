import { effectsSince } from '@dj/db/queries/follow/appeal-subjects.ts'
import { findAppeal, updateAppeal } from '@dj/db/queries/follow/appeals.ts'
import { recordEvent } from '@dj/db/queries/platform/events.ts'
import { updateFinding } from '@dj/db/queries/follow/findings.ts'
import type { AppealView, DecideAppeal } from '@dj/shared/follow/appeal/appeal.schema.ts'
import type { Actor } from '@dj/shared/policy.ts'
import { Refused, refuseIf } from '@dj/shared/problem.ts'
import { refuseSameHand } from '../../county/accounts/same-hand.ts'
import { type Deps, newId } from '../../platform/deps.ts'
import type { Sent } from '../../platform/http/spec.ts'
import { holdOrder } from '../../build/orders/hold-order.ts'
import { readAppeal, refusalToDecide, toAppealView } from './appeal.view.ts'
import { changeFinding } from './change-finding.ts'
import { changeRating } from './change-rating.ts'

type Input = DecideAppeal & { actor: Actor; appealId: string }

/** A third body keeps or changes what was appealed against. Both values stay, and what followed is computed again. */
export function decideAppeal(deps: Deps, { actor, appealId, ...decision }: Input): Promise<Sent<typeof AppealView>> {
  const { countyId, personId: by } = actor
  return deps.withTx(countyId, async (tx, at) => {
    const found = await findAppeal(tx, countyId, appealId)
    if (!found) throw new Refused('not_found')
    const { order } = await holdOrder(tx, actor, found.orderId, { operation: 'appeal.decide' })
    const appeal = await readAppeal(tx, actor, appealId) // behind the order's lock: a rival's decision is seen
    refuseIf(refusalToDecide(appeal, actor))
    const involved = [appeal.filed_by_id, appeal.against, appeal.entered_by, appeal.author_id, appeal.publisher_id]
    await refuseSameHand(tx, actor, involved, at)
    const change = { appeal, order, decision, at, by }
    const isChange = decision.decision === 'change'
    const subject = { finding: changeFinding, rating: changeRating }[appeal.subject]
    const mark = newId()
    const after = isChange ? { ...(await subject(tx, change)) } : null
    if (!isChange && appeal.subject === 'finding')
      await updateFinding(tx, countyId, appeal.subject_id, { upheld: 'standing' })
    const effects = isChange ? await effectsSince(tx, countyId, order.id, mark) : []
    const state = isChange ? ('changed' as const) : ('kept' as const)
    const decided = { decisionReason: decision.reason, decidedBy: by, decidedAt: at }
    await updateAppeal(tx, countyId, appealId, { state, after, ...decided })
    const data = {
      appealId,
      subject: appeal.subject,
      subjectId: appeal.subject_id,
      before: appeal.before,
      after,
      effects,
    }
    await recordEvent(tx, { countyId, kind: `appeal.${state}`, at, by, orderId: order.id, data })
    return toAppealView(await readAppeal(tx, actor, appealId), actor)
  })
}
