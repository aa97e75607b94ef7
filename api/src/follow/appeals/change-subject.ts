import type { AppealListRow } from '@dj/db/queries/follow/appeals.ts'
import { findFinding, updateFinding } from '@dj/db/queries/follow/findings.ts'
import { lockOrder, type OrderRow } from '@dj/db/queries/build/orders.ts'
import { poorInputsOf } from '@dj/db/queries/exit/poor-ratings.ts'
import { correctRating, findRating } from '@dj/db/queries/follow/ratings.ts'
import type { RetirementRow } from '@dj/db/queries/exit/retirements.ts'
import { currentSettings } from '@dj/db/queries/county/settings.ts'
import type { Tx } from '@dj/db/with-tx.ts'
import {
  changedFinding,
  changedRating,
  findingChangeRefusal,
  type FindingValue,
  noticeStands,
  proposalStands,
  ratingChangeRefusal,
} from '@dj/shared/follow/appeal/appeal.rules.ts'
import type { DecideAppeal } from '@dj/shared/follow/appeal/appeal.schema.ts'
import { must } from '@dj/shared/platform/assert.ts'
import { refuseIf } from '@dj/shared/problem.ts'
import { poorRating } from '@dj/shared/exit/poor/poor.rules.ts'
import { followVerdict, proposeSecondPoor } from '../findings/apply-verdict.ts'
import { type Grounds, voidBaseless } from './void-baseless.ts'

interface Change {
  appeal: AppealListRow
  order: OrderRow
  decision: DecideAppeal
  at: Date
  by: string
}

/** The finding reads differently now: what rested on it ends, what follows from it begins. The value after it. */
export async function changeFinding(tx: Tx, { appeal, order, decision, at, by }: Change): Promise<FindingValue> {
  const { countyId } = order
  const found = must(await findFinding(tx, countyId, appeal.subject_id), 'the finding of an appeal')
  const before = { effect: must(found.effect, 'an effect'), verdict: must(found.verdict, 'a verdict') }
  refuseIf(findingChangeRefusal(before, decision), 'verdict')
  const after = changedFinding(before, decision)
  await updateFinding(tx, countyId, found.id, { ...after, upheld: 'changed' })
  const voiding = { order, appealId: appeal.id, reason: decision.reason, at, by }
  const { order: now, withdrawn } = await voidBaseless(tx, voiding, groundsOf(found.id, before, after))
  const overtaken = overtakenBy(withdrawn)
  const applying = { order: now, finding: { ...found, ...after }, at, by }
  const becamePoor = after.effect === 'poor' && before.effect !== 'poor'
  const proposed = becamePoor && (await proposeSecondPoor(tx, applying))
  if (!proposed && (after.verdict !== before.verdict || overtaken === found.id)) await followVerdict(tx, applying)
  if (overtaken !== undefined && overtaken !== found.id) await followOther(tx, order, overtaken, at)
  return after
}

/** The second 差 whose own verdict was not followed, because the proposal that is now withdrawn took its place. */
function overtakenBy(withdrawn: RetirementRow | undefined): string | undefined {
  const findingId = withdrawn?.evidence === 'second_poor' ? withdrawn.facts['findingId'] : undefined
  return typeof findingId === 'string' ? findingId : undefined
}

async function followOther(tx: Tx, { countyId, id }: OrderRow, findingId: string, at: Date): Promise<void> {
  const order = must(await lockOrder(tx, countyId, id), 'the order of an appeal')
  const finding = must(await findFinding(tx, countyId, findingId), 'the second finding')
  await followVerdict(tx, { order, finding, at, by: finding.inspectorId })
}

function groundsOf(findingId: string, before: FindingValue, after: FindingValue): Grounds {
  return {
    notice: (notice) => notice.findingId !== findingId || noticeStands(after),
    retirement: ({ evidence, facts }, failed) => {
      if (evidence === 'failed_rectification')
        return failed?.findingId !== findingId || proposalStands(evidence, before, after)
      if (evidence !== 'finding' && evidence !== 'second_poor') return true
      const restsOnIt = JSON.stringify(facts).includes(findingId)
      return !restsOnIt || proposalStands(evidence, before, after)
    },
  }
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
