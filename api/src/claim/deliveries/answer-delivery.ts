import {
  answerDelivery as storeAnswer,
  type DeliveryRow,
  findDelivery,
  lockClaim,
} from '@dj/db/queries/claim/claims.ts'
import { recordEvent } from '@dj/db/queries/platform/events.ts'
import { lockOrder, partOf } from '@dj/db/queries/build/orders.ts'
import { needsOf } from '@dj/db/queries/collect/order-needs.ts'
import { findPageDelivery } from '@dj/db/queries/build/deliveries.ts'
import { hasHandled } from '@dj/db/queries/claim/handlers.ts'
import { insertCodeUse } from '@dj/db/queries/collect/receipts.ts'
import type { Tx } from '@dj/db/with-tx.ts'
import { claimActionRefusal } from '@dj/shared/claim/claim/claim.rules.ts'
import type { AnswerDelivery } from '@dj/shared/claim/delivery/delivery.schema.ts'
import type { DeliveryView } from '@dj/shared/build/order/order.schema.ts'
import { type Actor, may } from '@dj/shared/policy.ts'
import { must } from '@dj/shared/platform/assert.ts'
import { Refused, refuseIf } from '@dj/shared/problem.ts'
import { quarterOf } from '@dj/shared/platform/time/quarter.ts'
import { type Deps, newId } from '../../platform/deps.ts'
import type { Sent } from '../../platform/http/spec.ts'
import { wireInstant, wireInstantOrNull } from '../../platform/http/instant.ts'
import { receiptHash } from '../../collect/voices/receipt-code.ts'
import { needOfCode } from '../requester/need-of-code.ts'
import { settleDelivery } from './settle-delivery.ts'

type Input = AnswerDelivery & { actor: Actor | null; deliveryId: string; device: string | null; trace: string | null }
interface Answerer {
  via: 'signed_in' | 'receipt' | 'telephone'
  by: string | null
  /** Whose code it was. */
  needId?: string
}

/** Solved, partly, or not: by the requester signed in or by receipt code, or as told to the hotline. One answer a delivery. */
export function answerDelivery(deps: Deps, input: Input): Promise<Sent<typeof DeliveryView>> {
  const { actor, deliveryId, answer, words, receiptCode } = input
  const countyId = receiptCode?.slice(0, 6) ?? actor?.countyId
  if (countyId === undefined) throw new Refused('auth.required')
  return deps.withTx(countyId, async (tx, at) => {
    const delivery = await findDelivery(tx, countyId, deliveryId)
    if (!delivery) throw new Refused('not_found')
    const order = must(await lockOrder(tx, countyId, delivery.orderId), 'order of a delivery')
    const claim = must(await lockClaim(tx, countyId, delivery.claimId), 'claim of a delivery')
    const { via, by, needId } = await answererOf(tx, deps, input, delivery, claim.startedAt)
    refuseIf(claimActionRefusal(claim.state, 'settle'))
    const answered = { answer, answerWords: words ?? null, answerVia: via, answeredBy: by, answeredAt: at }
    if (!(await storeAnswer(tx, countyId, deliveryId, answered))) throw new Refused('delivery.answered')
    if (needId !== undefined) await rememberUse(tx, { countyId, needId, orderId: order.id, at }, input)
    const data = { answer, words: words ?? null, via, deliveryId }
    await recordEvent(tx, { countyId, kind: 'delivery.answered', at, by, orderId: order.id, claimId: claim.id, data })
    await settleDelivery(tx, { order, claim, answer, at, by })
    return viewDelivery(tx, countyId, deliveryId)
  })
}

function rememberUse(
  tx: Tx,
  of: { countyId: string; needId: string; orderId: string; at: Date },
  { deliveryId: subjectId, trace }: Input,
): Promise<void> {
  return insertCodeUse(tx, {
    ...of,
    id: newId(),
    subject: 'answer',
    subjectId,
    quarter: quarterOf(of.at),
    device: trace,
  })
}

/** Who answers. A stranger learns nothing: the delivery is not there for them. */
async function answererOf(tx: Tx, deps: Deps, input: Input, delivery: DeliveryRow, since: Date): Promise<Answerer> {
  const { actor, receiptCode, telephone, device } = input
  const { countyId, orderId } = delivery
  if (receiptCode !== undefined) {
    const need = await needOfCode(tx, delivery, { receiptHash: receiptHash(deps, receiptCode), actor, device })
    refuseIf(joinedLater(need, since))
    return { via: 'receipt', by: await refuseDoer(tx, delivery, need.requesterPersonId), needId: need.id }
  }
  if (!actor || actor.countyId !== countyId) throw new Refused('not_found')
  await refuseDoer(tx, delivery, actor.personId)
  const needs = await needsOf(tx, countyId, orderId)
  const own = needs.filter(({ requesterPersonId }) => requesterPersonId === actor.personId)
  const isRequester = own.length > 0
  if (telephone === true && may('delivery.answer', actor)) return byTelephone(tx, delivery, actor, isRequester)
  if (!isRequester || !may('delivery.answer', actor, { personId: actor.personId }))
    throw new Refused('delivery.not_requester')
  refuseIf(own.every((need) => joinedLater(need, since)) ? 'delivery.joined_later' : undefined)
  return { via: 'signed_in', by: actor.personId }
}

/** A voice that joined when the work was under way rates it; whether it is solved say those it was taken on for. */
const joinedLater = ({ linkedAt }: { linkedAt: Date }, since: Date) =>
  linkedAt > since ? ('delivery.joined_later' as const) : undefined

/** As the requester told the hotline: entered by somebody who neither handled the order nor speaks for themselves. */
async function byTelephone(
  tx: Tx,
  { countyId, orderId }: DeliveryRow,
  { personId }: Actor,
  isRequester: boolean,
): Promise<Answerer> {
  const handled = isRequester || (await hasHandled(tx, countyId, orderId, personId))
  refuseIf(handled ? 'delivery.entered_by_handler' : undefined)
  return { via: 'telephone', by: personId }
}

async function refuseDoer(
  tx: Tx,
  { countyId, orderId, deliveredBy }: DeliveryRow,
  personId: string | null,
): Promise<string | null> {
  if (personId === null) return null
  const part = await partOf(tx, countyId, orderId, personId)
  if (part === 'doer' || personId === deliveredBy) throw new Refused('delivery.own_work')
  return personId
}

async function viewDelivery(tx: Tx, countyId: string, id: string): Promise<Sent<typeof DeliveryView>> {
  const { deliveredBy: _, ...row } = must(await findPageDelivery(tx, countyId, id), `delivery ${id}`)
  return { ...row, deliveredAt: wireInstant(row.deliveredAt), answeredAt: wireInstantOrNull(row.answeredAt) }
}
