import { recordEvent } from '@dj/db/queries/events.ts'
import { deliveriesOf } from '@dj/db/queries/claims.ts'
import { lockOrder, needsOf, type OrderRow, partOf, takePart } from '@dj/db/queries/orders.ts'
import { isEntitledRater, upsertRating } from '@dj/db/queries/ratings.ts'
import type { Tx } from '@dj/db/with-tx.ts'
import type { RatingId } from '@dj/shared/ids.ts'
import type { Actor } from '@dj/shared/people/policy.ts'
import { Refused, refuseIf } from '@dj/shared/problem.ts'
import { ratingRefusal } from '@dj/shared/rating/rating.rules.ts'
import type { RateOrder, RatingSide, RatingView } from '@dj/shared/rating/rating.schema.ts'
import { quarterOf } from '@dj/shared/time/quarter.ts'
import { type Deps, newId } from '../deps.ts'
import type { Sent } from '../http/spec.ts'

type Input = RateOrder & { actor: Actor | null; orderId: string }
interface Rater {
  personId: string | null
  needId: string | null
  side: RatingSide
}

/** Rates a delivered order, once a quarter and editable until it ends. Never the claimant or a participant. (domain §7) */
export function rateOrder(deps: Deps, input: Input): Promise<Sent<typeof RatingView>> {
  const { actor, orderId, receiptCode, words, attitude, speed, result } = input
  const countyId = receiptCode?.slice(0, 6) ?? actor?.countyId
  if (countyId === undefined) throw new Refused('auth.required')
  return deps.withTx(countyId, async (tx, at) => {
    const order = await lockOrder(tx, countyId, orderId)
    if (!order || order.state === 'draft' || order.state === 'discarded') throw new Refused('not_found')
    const rater = await raterOf(tx, order, input)
    await refuseRating(tx, order, rater)
    if (rater.personId !== null) await takePart(tx, { countyId, orderId, personId: rater.personId, part: 'rater' })
    const row = await upsertRating(tx, {
      countyId,
      id: newId<RatingId>(),
      orderId,
      cycle: order.cycle,
      quarter: quarterOf(at),
      side: rater.side,
      raterPersonId: rater.personId,
      raterNeedId: rater.needId,
      attitude,
      speed,
      result,
      words: words ?? null,
      ratedAt: at,
    })
    const data = { ratingId: row.id, side: rater.side, attitude, speed, result }
    await recordEvent(tx, { countyId, kind: 'order.rated', at, by: rater.personId, orderId, data })
    return toRatingView(row)
  })
}

/** By receipt code the requester of that need, as a person where the need knows one; else whoever is signed in. */
async function raterOf(tx: Tx, order: OrderRow, { actor, receiptCode }: Input): Promise<Rater> {
  if (receiptCode !== undefined) {
    const need = (await needsOf(tx, order.countyId, order.id)).find((each) => each.receiptCode === receiptCode)
    if (!need) throw new Refused('not_found')
    const side = need.requesterKind === 'member' || need.requesterKind === 'worker' ? need.requesterKind : 'enterprise'
    return need.requesterPersonId === null
      ? { personId: null, needId: need.id, side }
      : { personId: need.requesterPersonId, needId: null, side }
  }
  if (!actor || actor.countyId !== order.countyId) throw new Refused('not_found')
  if (actor.kind === 'staff') throw new Refused('auth.forbidden')
  return { personId: actor.personId, needId: null, side: actor.kind === 'worker' ? 'worker' : 'member' }
}

async function refuseRating(tx: Tx, order: OrderRow, { personId }: Rater): Promise<void> {
  const { countyId, id } = order
  const [deliveries, part, entitled] = await Promise.all([
    deliveriesOf(tx, countyId, id),
    personId === null ? null : partOf(tx, countyId, id, personId),
    personId === null || isEntitledRater(tx, countyId, id, personId),
  ])
  refuseIf(ratingRefusal({ state: order.state, deliveries: deliveries.length }, { part, entitled }))
}

type RatingRow = Awaited<ReturnType<typeof upsertRating>>
const toRatingView = (row: RatingRow): Sent<typeof RatingView> => ({
  id: row.id,
  orderId: row.orderId,
  quarter: row.quarter,
  side: row.side,
  attitude: row.attitude,
  speed: row.speed,
  result: row.result,
  words: row.words,
  ratedAt: row.ratedAt.toISOString(),
  changed: row.changedAt !== null,
})
