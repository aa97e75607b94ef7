import type { AppealListRow } from '@dj/db/queries/follow/appeals.ts'
import type { OrderRow } from '@dj/db/queries/build/orders.ts'
import { poorInputsOf } from '@dj/db/queries/exit/poor-ratings.ts'
import { correctRating, findRating } from '@dj/db/queries/follow/ratings.ts'
import { currentSettings } from '@dj/db/queries/county/settings.ts'
import type { Tx } from '@dj/db/with-tx.ts'
import { changedRating, ratingChangeRefusal } from '@dj/shared/follow/appeal/appeal.rules.ts'
import type { DecideAppeal } from '@dj/shared/follow/appeal/appeal.schema.ts'
import { must } from '@dj/shared/platform/assert.ts'
import { refuseIf } from '@dj/shared/problem.ts'
import { poorRating } from '@dj/shared/exit/poor/poor.rules.ts'
import { voidBaseless } from './void-baseless.ts'

export interface Change {
  appeal: AppealListRow
  order: OrderRow
  decision: DecideAppeal
  at: Date
  by: string
}

/** The rating reads differently or no longer counts: the rule on poor ratings is asked again. */
export async function changeRating(tx: Tx, { appeal, order, decision, at, by }: Change) {
  const { countyId, id: orderId } = order
  const { attitude, speed, result, excluded } = must(
    await findRating(tx, countyId, appeal.subject_id),
    'the rating of an appeal',
  )
  const before = { attitude, speed, result, excluded }
  refuseIf(ratingChangeRefusal(before, decision), 'grades')
  const after = changedRating(before, decision)
  await correctRating(tx, countyId, appeal.subject_id, after)
  const { settings } = await currentSettings(tx, countyId)
  const stillPoor = poorRating(await poorInputsOf(tx, countyId, orderId), settings.rating) !== null
  await voidBaseless(
    tx,
    { order, appealId: appeal.id, reason: decision.reason, at, by },
    {
      notice: ({ cause }) => cause !== 'poor_rating' || stillPoor,
      retirement: ({ evidence }, failed) =>
        stillPoor || (evidence !== 'poor_rating' && failed?.cause !== 'poor_rating'),
    },
  )
  return after
}
