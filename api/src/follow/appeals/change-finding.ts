import { lockOrder, type OrderRow } from '@dj/db/queries/build/orders.ts'
import type { RetirementRow } from '@dj/db/queries/exit/retirements.ts'
import { findFinding, updateFinding } from '@dj/db/queries/follow/findings.ts'
import type { Tx } from '@dj/db/with-tx.ts'
import {
  changedFinding,
  findingChangeRefusal,
  type FindingValue,
  noticeStands,
  proposalStands,
} from '@dj/shared/follow/appeal/appeal.rules.ts'
import { must } from '@dj/shared/platform/assert.ts'
import { refuseIf } from '@dj/shared/problem.ts'
import { followVerdict, proposeSecondPoor } from '../findings/apply-verdict.ts'
import { closeAsBefore, withdrawQuestion } from '../reopenings/withdraw-reopening.ts'
import type { Change } from './change-rating.ts'
import { dropGround, restsOnOthers } from './drop-ground.ts'
import { type Grounds, voidBaseless } from './void-baseless.ts'

/** The finding reads differently now: what rested on it ends, what follows from it begins. The value after it. */
export async function changeFinding(tx: Tx, { appeal, order, decision, at, by }: Change): Promise<FindingValue> {
  const { countyId, id: orderId } = order
  const found = must(await findFinding(tx, countyId, appeal.subject_id), 'the finding of an appeal')
  const before = { effect: must(found.effect, 'an effect'), verdict: must(found.verdict, 'a verdict') }
  refuseIf(findingChangeRefusal(before, decision), 'verdict')
  const after = changedFinding(before, decision)
  await updateFinding(tx, countyId, found.id, { ...after, upheld: 'changed' })
  const changed = { countyId, orderId, findingId: found.id, appealId: appeal.id, reason: decision.reason, at, by }
  const asked = await withdrawQuestion(tx, changed)
  const { withdrawn } = await voidBaseless(tx, { order, ...changed }, groundsOf(found.id, before, after))
  await dropGround(tx, changed, before, after)
  if (!noticeStands(after)) await closeAsBefore(tx, changed)
  const overtaken = overtakenBy(withdrawn)
  const now = must(await lockOrder(tx, countyId, orderId), 'the order of an appeal')
  const applying = { order: now, finding: { ...found, ...after }, at, by }
  const becamePoor = after.effect === 'poor' && before.effect !== 'poor'
  const proposed = becamePoor && (await proposeSecondPoor(tx, applying))
  const isNew = after.verdict !== before.verdict || overtaken === found.id || asked !== undefined
  if (!proposed && isNew) await followVerdict(tx, applying)
  const others = new Set([...(asked ?? []), ...(overtaken === undefined ? [] : [overtaken])])
  others.delete(found.id)
  for (const each of others) await followOther(tx, order, each, at)
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
    notice: (notice) => notice.findingId !== findingId || noticeStands(after) || restsOnOthers(notice.facts, findingId),
    retirement: ({ evidence, facts }, failed) => {
      if (evidence === 'failed_rectification')
        return failed?.findingId !== findingId || proposalStands(evidence, before, after)
      if (evidence !== 'finding' && evidence !== 'second_poor') return true
      const { added: _, ...own } = facts
      const restsOnIt = JSON.stringify(own).includes(findingId)
      return !restsOnIt || proposalStands(evidence, before, after) || restsOnOthers(facts, findingId)
    },
  }
}
