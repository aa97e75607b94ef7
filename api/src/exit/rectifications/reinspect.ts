import { recordEvent } from '@dj/db/queries/platform/events.ts'
import { partOf, takePart, updateOrder } from '@dj/db/queries/build/orders.ts'
import { findersOf } from '@dj/db/queries/exit/rectification-finders.ts'
import { updateRectification } from '@dj/db/queries/exit/rectifications.ts'
import type { Actor } from '@dj/shared/policy.ts'
import { refuseIf } from '@dj/shared/problem.ts'
import { reinspectRefusal } from '@dj/shared/exit/rectification/rectification.rules.ts'
import type { RectificationView, Reinspect } from '@dj/shared/exit/rectification/rectification.schema.ts'
import { refuseSameHand } from '../../county/accounts/same-hand.ts'
import { attach } from '../../platform/attachments/attach.ts'
import type { Deps } from '../../platform/deps.ts'
import type { Sent } from '../../platform/http/spec.ts'
import { retireFailed } from '../retirements/retire-failed.ts'
import { holdRectification } from './hold-rectification.ts'
import { interestsIn } from './interests-in.ts'
import { resumeOrder } from './resume-order.ts'
import { viewRectification } from './rectification.view.ts'

type Input = Reinspect & { actor: Actor; id: string }

/** Another inspector looks again: passed, the order goes back to work; failed, its retirement is proposed. */
export function reinspect(
  deps: Deps,
  { actor, id, decision, effect, words, attachmentIds }: Input,
): Promise<Sent<typeof RectificationView>> {
  const { countyId, personId: by } = actor
  return deps.withTx(countyId, async (tx, at) => {
    const { notice, order } = await holdRectification(tx, actor, id)
    const part = await partOf(tx, countyId, order.id, by)
    refuseIf(reinspectRefusal({ ...notice, foundBy: findersOf(notice) }, { personId: by, part }))
    await refuseSameHand(tx, actor, [...findersOf(notice), notice.submittedBy], at)
    const interests = await interestsIn(tx, { countyId, by, orderIds: [order.id], at })
    refuseIf(interests.length > 0 ? 'inspection.conflict' : undefined)
    await takePart(tx, { countyId, orderId: order.id, personId: by, part: 'inspector' })
    await attach(tx, { countyId, uploadedBy: by, ids: attachmentIds }, { rectificationId: id, rectificationItem: 1 })
    const state = decision === 'pass' ? 'passed' : 'failed'
    await updateRectification(tx, countyId, id, { state, reinspectorId: by, decidedAt: at, decision: words })
    const data = { rectificationId: id, effect, words }
    await recordEvent(tx, { countyId, kind: `rectification.${state}`, at, by, orderId: order.id, data })
    if (order.state === 'rectifying') {
      await updateOrder(tx, countyId, order.id, { state: 'open', stateSince: at })
      if (decision === 'pass') await resumeOrder(tx, { ...order, state: 'open' }, at, by)
      else await retireFailed(tx, order, { notice, reason: words, facts: { effect }, at })
    }
    return viewRectification(tx, id, actor, at)
  })
}
