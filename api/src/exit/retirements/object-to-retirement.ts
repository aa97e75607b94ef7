import { recordEvent } from '@dj/db/queries/platform/events.ts'
import { lockOrder } from '@dj/db/queries/build/orders.ts'
import { answerObjection as storeAnswer, findObjection, insertObjection } from '@dj/db/queries/exit/objections.ts'
import { findRetirement, lockRetirement } from '@dj/db/queries/exit/retirements.ts'
import type { Tx } from '@dj/db/with-tx.ts'
import { must } from '@dj/shared/platform/assert.ts'
import { type Actor, may } from '@dj/shared/policy.ts'
import { Refused, refuseIf } from '@dj/shared/problem.ts'
import { objectRefusal } from '@dj/shared/exit/retirement/retirement.rules.ts'
import {
  type AnswerObjection,
  ObjectionView,
  type RaiseObjection,
  type RetirementView,
} from '@dj/shared/exit/retirement/retirement.schema.ts'
import { refuseSameHand } from '../../county/accounts/same-hand.ts'
import { type Deps, newId } from '../../platform/deps.ts'
import type { Sent } from '../../platform/http/spec.ts'
import { receiptHash } from '../../collect/voices/receipt-code.ts'
import { type CodeInUse, needOfCode } from '../../claim/requester/need-of-code.ts'
import { holdRetirement } from './hold-retirement.ts'
import { viewRetirement } from './retirement.view.ts'

type Input = RaiseObjection & { actor: Actor | null; id: string; device: string | null }

/** During the public notice anybody of the county may object, and so may a requester by receipt code. */
export function objectToRetirement(
  deps: Deps,
  { actor, id, words, receiptCode, device }: Input,
): Promise<Sent<typeof ObjectionView>> {
  const countyId = receiptCode?.slice(0, 6) ?? actor?.countyId
  if (countyId === undefined) throw new Refused('auth.required')
  return deps.withTx(countyId, async (tx, at) => {
    const found = await findRetirement(tx, countyId, id)
    if (!found) throw new Refused('not_found')
    const order = must(await lockOrder(tx, countyId, found.orderId), 'order of a retirement')
    const retirement = must(await lockRetirement(tx, countyId, id), 'a retirement')
    const of = { countyId, orderId: order.id }
    const who =
      receiptCode === undefined
        ? byPerson(actor)
        : await byReceipt(tx, of, { receiptHash: receiptHash(deps, receiptCode), actor, device })
    refuseIf(objectRefusal(retirement, at))
    const objectionId = newId()
    await insertObjection(tx, { countyId, id: objectionId, retirementId: id, ...who, words, at })
    const data = { retirementId: id, objectionId, words }
    await recordEvent(tx, { countyId, kind: 'retirement.objected', at, by: who.personId, orderId: order.id, data })
    return { id: objectionId, words, by: null, at: at.toISOString(), answer: null, answeredBy: null, answeredAt: null }
  })
}

function byPerson(actor: Actor | null) {
  if (!actor || !may('retirement.object', actor)) throw new Refused('auth.forbidden')
  return { personId: actor.personId, needId: null }
}

async function byReceipt(tx: Tx, of: { countyId: string; orderId: string }, use: CodeInUse) {
  return { personId: null, needId: (await needOfCode(tx, of, use)).id }
}

/** Every objection gets an answer, from someone other than its author. */
export function answerObjection(
  deps: Deps,
  { actor, id, objectionId, answer }: AnswerObjection & { actor: Actor; id: string; objectionId: string },
): Promise<Sent<typeof RetirementView>> {
  const { countyId, personId: by } = actor
  return deps.withTx(countyId, async (tx, at) => {
    const { order } = await holdRetirement(tx, actor, id, 'retirement.answer')
    const objection = await findObjection(tx, countyId, id, objectionId)
    if (!objection) throw new Refused('not_found')
    refuseIf(objection.raisedBy === by ? 'auth.forbidden' : undefined)
    await refuseSameHand(tx, actor, [objection.raisedBy], at)
    const stored = await storeAnswer(tx, countyId, objectionId, { answer, answeredBy: by, answeredAt: at })
    if (!stored) throw new Refused('objection.answered')
    const data = { retirementId: id, objectionId, words: answer }
    await recordEvent(tx, { countyId, kind: 'retirement.objection_answered', at, by, orderId: order.id, data })
    return viewRetirement(tx, id, actor, at)
  })
}
