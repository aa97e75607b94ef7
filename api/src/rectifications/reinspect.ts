import { recordEvent } from '@dj/db/queries/events.ts'
import { partOf, takePart, updateOrder } from '@dj/db/queries/orders.ts'
import { attachToItem, updateRectification } from '@dj/db/queries/rectifications.ts'
import { conflictsWithOrders } from '@dj/db/queries/rounds-conflicts.ts'
import type { Tx } from '@dj/db/with-tx.ts'
import type { Actor } from '@dj/shared/people/policy.ts'
import { Refused, refuseIf } from '@dj/shared/problem.ts'
import { reinspectRefusal } from '@dj/shared/rectification/rectification.rules.ts'
import type { RectificationView, Reinspect } from '@dj/shared/rectification/rectification.schema.ts'
import { quarterOf } from '@dj/shared/time/quarter.ts'
import type { Deps } from '../deps.ts'
import type { Sent } from '../http/spec.ts'
import { settleOrder } from '../orders/hold-order.ts'
import { openRetirement } from '../retirements/open-retirement.ts'
import { secondsSince } from '../rounds/deal-slots.ts'
import { holdRectification } from './hold-rectification.ts'
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
    refuseIf(reinspectRefusal(notice, { personId: by, part }))
    await refuseInterest(tx, { countyId, orderId: order.id, by, at })
    await takePart(tx, { countyId, orderId: order.id, personId: by, part: 'inspector' })
    const attached = await attachToItem(
      tx,
      { countyId, uploadedBy: by, ids: attachmentIds },
      { rectificationId: id, item: 1 },
    )
    if (attached !== new Set(attachmentIds).size) throw new Refused('attachment.unknown', 'attachmentIds')
    const state = decision === 'pass' ? 'passed' : 'failed'
    await updateRectification(tx, countyId, id, { state, reinspectorId: by, decidedAt: at, decision: words })
    const data = { rectificationId: id, effect, words }
    await recordEvent(tx, { countyId, kind: `rectification.${state}`, at, by, orderId: order.id, data })
    if (order.state === 'rectifying') {
      const back = { ...order, state: 'open' as const }
      await updateOrder(tx, countyId, order.id, { state: 'open', stateSince: at })
      await settleOrder(tx, back, at, by)
      if (decision === 'fail') {
        const facts = { rectificationId: id, number: notice.number, effect }
        await openRetirement(tx, { order: back, evidence: 'failed_rectification', facts, reason: words, by: null, at })
      }
    }
    return viewRectification(tx, id, actor, at)
  })
}

interface Looking {
  countyId: string
  orderId: string
  by: string
  at: Date
}

/** The same interests that keep an inspector from a first look keep them from the second. (domain §3) */
async function refuseInterest(tx: Tx, { countyId, orderId, by, at }: Looking): Promise<void> {
  const asked = { countyId, inspectorIds: [by], secondsSince: secondsSince({ quarter: quarterOf(at) }) }
  if ((await conflictsWithOrders(tx, { ...asked, orderIds: [orderId] })).length > 0)
    throw new Refused('inspection.conflict')
}
