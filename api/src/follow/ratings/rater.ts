import { deliveriesOf } from '@dj/db/queries/claim/claims.ts'
import { type OrderRow, partOf } from '@dj/db/queries/build/orders.ts'
import { needsOf } from '@dj/db/queries/collect/order-needs.ts'
import { hasHandled } from '@dj/db/queries/claim/handlers.ts'
import { isEntitledRater } from '@dj/db/queries/follow/ratings.ts'
import type { Tx } from '@dj/db/with-tx.ts'
import { type Actor, may } from '@dj/shared/policy.ts'
import { Refused, refuseIf } from '@dj/shared/problem.ts'
import { ratingRefusal } from '@dj/shared/build/order/rating.rules.ts'
import type { RateOrder, RatingSide } from '@dj/shared/follow/rating/rating.schema.ts'
import { receiptHash } from '../../collect/voices/receipt-code.ts'
import { type CodeInUse, needOfCode } from '../../claim/requester/need-of-code.ts'

export interface Rater {
  personId: string | null
  needId: string | null
  side: RatingSide
  /** The operator who was told on the telephone. */
  enteredBy: string | null
  /** The need whose receipt code it was. */
  codeOf: string | null
}
type Asked = Pick<RateOrder, 'receiptCode' | 'telephone' | 'needId'> & {
  actor: Actor | null
  device: string | null
  salt: string
}

/** By receipt code or on the telephone the requester of that need, as a person where the need knows one; else whoever is signed in. */
export async function raterOf(tx: Tx, order: OrderRow, asked: Asked): Promise<Rater> {
  const { actor, receiptCode, device } = asked
  if (receiptCode !== undefined)
    return holderOf(tx, order, { receiptHash: receiptHash(asked, receiptCode), actor, device })
  if (!actor || actor.countyId !== order.countyId) throw new Refused('not_found')
  if (asked.telephone === true) return callerOf(tx, order, actor, asked.needId)
  if (actor.kind === 'staff') throw new Refused('auth.forbidden')
  const side = actor.kind === 'worker' ? 'worker' : 'member'
  return { personId: actor.personId, needId: null, side, enteredBy: null, codeOf: null }
}

/** Entered by an operator who did not handle the order. (domain §7) */
async function callerOf(tx: Tx, order: OrderRow, actor: Actor, needId: string | undefined): Promise<Rater> {
  if (!may('order.rate_by_telephone', actor)) throw new Refused('auth.forbidden')
  if (needId === undefined) throw new Refused('rating.need_missing', 'needId')
  const { countyId, personId } = actor
  if (await hasHandled(tx, countyId, order.id, personId)) throw new Refused('rating.entered_by_handler')
  const caller = await requesterOf(tx, order, (need) => need.id === needId)
  if (caller.personId === personId) throw new Refused('rating.entered_by_handler')
  return { ...caller, enteredBy: personId }
}

/** Whoever holds the code, where it speaks for the requester. */
async function holderOf(tx: Tx, order: OrderRow, use: CodeInUse): Promise<Rater> {
  const need = await needOfCode(tx, { countyId: order.countyId, orderId: order.id }, use)
  return { ...(await requesterOf(tx, order, (each) => each.id === need.id)), codeOf: need.id }
}

type Need = Awaited<ReturnType<typeof needsOf>>[number]

async function requesterOf(tx: Tx, order: OrderRow, isMeant: (need: Need) => boolean): Promise<Rater> {
  const need = (await needsOf(tx, order.countyId, order.id)).find(isMeant)
  if (!need) throw new Refused('not_found')
  const side = need.requesterKind === 'member' || need.requesterKind === 'worker' ? need.requesterKind : 'enterprise'
  const personId = need.requesterPersonId
  return { personId, needId: personId === null ? need.id : null, side, enteredBy: null, codeOf: null }
}

/** Never who did the work, listed or delivering, and only with a reason to be entitled. */
export async function refuseRater(tx: Tx, order: OrderRow, { personId }: Rater): Promise<void> {
  const { countyId, id } = order
  const [deliveries, part, entitled] = await Promise.all([
    deliveriesOf(tx, countyId, id),
    personId === null ? null : partOf(tx, countyId, id, personId),
    personId === null || isEntitledRater(tx, countyId, id, personId),
  ])
  refuseIf(ratingRefusal({ state: order.state, deliveries: deliveries.length }, { part, entitled }))
  // A lead who delivers for an organization need not have claimed for it.
  refuseIf(deliveries.some((each) => each.deliveredBy === personId) ? 'rating.own_work' : undefined)
}
