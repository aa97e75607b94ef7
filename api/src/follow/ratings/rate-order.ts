import { recordEvent } from '@dj/db/queries/platform/events.ts'
import { lockOrder, takePart } from '@dj/db/queries/build/orders.ts'
import { insertCodeUse } from '@dj/db/queries/collect/receipts.ts'
import { deliveredCycle, isUnderAppeal, upsertRating } from '@dj/db/queries/follow/ratings.ts'
import { lockRound, roundOfQuarter } from '@dj/db/queries/follow/rounds.ts'
import type { Tx } from '@dj/db/with-tx.ts'
import type { RatingId } from '@dj/shared/platform/ids.ts'
import type { Actor } from '@dj/shared/policy.ts'
import { Refused } from '@dj/shared/problem.ts'
import type { RateOrder, RatingView } from '@dj/shared/follow/rating/rating.schema.ts'
import { type Quarter, quarterOf } from '@dj/shared/platform/time/quarter.ts'
import { type Deps, newId } from '../../platform/deps.ts'
import type { Sent } from '../../platform/http/spec.ts'
import { type Rater, raterOf, refuseRater } from './rater.ts'

type Input = RateOrder & { actor: Actor | null; orderId: string; device: string | null; trace: string | null }

/** Rates the newest delivered cycle of an order, once a quarter and editable until it closes. Never the claimant or a participant. (domain §7) */
export function rateOrder(deps: Deps, input: Input): Promise<Sent<typeof RatingView>> {
  const { actor, orderId, receiptCode, words = null, attitude, speed, result, trace } = input
  const countyId = receiptCode?.slice(0, 6) ?? actor?.countyId
  if (countyId === undefined) throw new Refused('auth.required')
  return deps.withTx(countyId, async (tx, at) => {
    const quarter = quarterOf(at)
    const closed = await isQuarterClosed(tx, countyId, quarter)
    const order = await lockOrder(tx, countyId, orderId)
    if (!order || order.state === 'draft' || order.state === 'discarded') throw new Refused('not_found')
    const rater = await raterOf(tx, order, { ...input, salt: deps.salt })
    await refuseRater(tx, order, rater)
    if (closed) throw new Refused('rating.quarter_closed')
    const { personId, needId, side, enteredBy } = rater
    const cycle = (await deliveredCycle(tx, countyId, orderId)) ?? order.cycle
    const of = { countyId, orderId, cycle, quarter, raterPersonId: personId, raterNeedId: needId }
    if (await isUnderAppeal(tx, of)) throw new Refused('appeal.exists')
    if (personId !== null) await takePart(tx, { countyId, orderId, personId, part: 'rater' })
    const grades = { side, attitude, speed, result, words }
    // What was told on the telephone came from the operator's device, which says nothing of the caller's.
    const source = { enteredBy, device: enteredBy === null ? trace : null }
    const row = await upsertRating(tx, {
      ...of,
      ...grades,
      ...source,
      id: newId<RatingId>(),
      ratedAt: at,
    })
    if (rater.codeOf !== null) {
      const use = { countyId, orderId, needId: rater.codeOf, subject: 'rating' as const, subjectId: row.id }
      await insertCodeUse(tx, { ...use, id: newId(), quarter, device: trace, at })
    }
    const data = { ratingId: row.id, side, attitude, speed, result, ...told(rater) }
    await recordEvent(tx, { countyId, kind: 'order.rated', at, by: enteredBy ?? personId, orderId, data })
    return toRatingView(row)
  })
}

const told = ({ enteredBy }: Rater) => (enteredBy === null ? {} : { via: 'telephone', enteredBy })

/** Once the round of the quarter is closed its ratings stay as they were published. A close under way is waited for. */
async function isQuarterClosed(tx: Tx, countyId: string, quarter: Quarter): Promise<boolean> {
  const round = await roundOfQuarter(tx, countyId, quarter)
  return round !== undefined && (await lockRound(tx, countyId, round.id, 'share'))?.state === 'closed'
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
