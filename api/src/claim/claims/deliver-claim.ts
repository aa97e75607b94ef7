import { insertDelivery, updateClaim } from '@dj/db/queries/claim/claims.ts'
import { recordEvent } from '@dj/db/queries/platform/events.ts'
import { claimActionRefusal } from '@dj/shared/claim/claim/claim.rules.ts'
import type { DeliverClaim } from '@dj/shared/claim/claim/claim.schema.ts'
import type { DeliveryId } from '@dj/shared/platform/ids.ts'
import type { DeliveryView } from '@dj/shared/build/order/order.schema.ts'
import type { Actor } from '@dj/shared/policy.ts'
import { refuseIf } from '@dj/shared/problem.ts'
import { attach } from '../../platform/attachments/attach.ts'
import { type Deps, newId } from '../../platform/deps.ts'
import type { Sent } from '../../platform/http/spec.ts'
import { settleOrder } from '../../build/orders/hold-order.ts'
import { holdOwnClaim } from './hold-claim.ts'

/** The claimant says done; the requester is asked. Who delivered is frozen with it. */
export function deliverClaim(
  deps: Deps,
  input: DeliverClaim & { actor: Actor; claimId: string },
): Promise<Sent<typeof DeliveryView>> {
  const { actor, claimId, words, hours = null, attachmentIds } = input
  const { countyId, personId } = actor
  return deps.withTx(countyId, async (tx, at) => {
    const { claim, order } = await holdOwnClaim(tx, actor, claimId)
    refuseIf(claimActionRefusal(claim.state, 'deliver'))
    const id = newId<DeliveryId>()
    const row = { countyId, id, claimId, orderId: order.id, words, hours: hours?.toFixed(1) ?? null }
    await insertDelivery(tx, { ...row, deliveredBy: personId, deliveredAt: at })
    await attach(tx, { countyId, uploadedBy: personId, ids: attachmentIds }, { deliveryId: id })
    await updateClaim(tx, countyId, claimId, { state: 'delivered', share: 100, lastReportAt: at })
    const data = { words, hours, deliveryId: id, attachmentIds }
    await recordEvent(tx, { countyId, kind: 'claim.delivered', at, by: personId, orderId: order.id, claimId, data })
    await settleOrder(tx, order, at, personId)
    const unanswered = { answer: null, answerWords: null, answeredAt: null, answerVia: null, answerEnteredBy: null }
    return { id, claimId, words, hours, deliveredAt: at.toISOString(), attachments: [...attachmentIds], ...unanswered }
  })
}
