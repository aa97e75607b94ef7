import type { Reads } from '@dj/db/connect.ts'
import { checklistOfVersion } from '@dj/db/queries/follow/checklists.ts'
import { recordEvent } from '@dj/db/queries/platform/events.ts'
import {
  findFinding,
  findingOfVisit,
  holdAssignment,
  isCallBackDue,
  type Visit,
} from '@dj/db/queries/follow/findings.ts'
import { lockOrder } from '@dj/db/queries/build/orders.ts'
import { lockRound, type RoundRow } from '@dj/db/queries/follow/rounds.ts'
import { conflictsWithOrders } from '@dj/db/queries/exit/rounds-conflicts.ts'
import { settleTarget } from '@dj/db/queries/follow/rounds-targets.ts'
import type { Tx } from '@dj/db/with-tx.ts'
import { must } from '@dj/shared/platform/assert.ts'
import {
  callBackRefusal,
  checklistRefusal,
  failedChecks,
  todoRefusal,
  verdictRefusal,
} from '@dj/shared/follow/finding/finding.rules.ts'
import type { FindingView, SubmitFinding } from '@dj/shared/follow/finding/finding.schema.ts'
import { Refused, refuseIf } from '@dj/shared/problem.ts'
import { findingQuarter } from '@dj/shared/follow/round/finding-quarter.rules.ts'
import { roundRefusal } from '@dj/shared/follow/round/round.rules.ts'
import { Quarter } from '@dj/shared/platform/time/quarter.ts'
import type { Deps } from '../../platform/deps.ts'
import type { Sent } from '../../platform/http/spec.ts'
import { secondsSince } from '../../exit/rectifications/interests-in.ts'
import { reassignConflicts } from '../targets/reassign-conflicts.ts'
import { applyVerdict } from './apply-verdict.ts'
import { viewFinding } from './finding.view.ts'
import { isSameWriting, refuseStale, storeWriting } from './writing.ts'

/** `by` sends it: the inspector, or who types in the inspector's slip. */
type Input = SubmitFinding & Visit & { by: string }

/** Makes a finding final; one whose inspector has an interest by now is refused, and the order handed on to another. */
export async function submitFinding(deps: Deps, input: Input): Promise<Sent<typeof FindingView>> {
  try {
    return await storeFinding(deps, input)
  } catch (error) {
    if (error instanceof Refused && error.code === 'inspection.conflict')
      await reassignConflicts(deps, input.countyId, input.orderId)
    throw error
  }
}

/**
 * Stores it, once. Its quarter is that of the instant it arrived; the round is held against closing meanwhile, so that a
 * close and a finding in the same instant give exactly one quarter.
 */
function storeFinding(deps: Deps, input: Input): Promise<Sent<typeof FindingView>> {
  const { countyId, roundId, orderId, inspectorId, by, ...sent } = input
  const visit = { countyId, roundId, orderId, inspectorId }
  return deps.withTx(countyId, async (tx, at) => {
    const round = await lockRound(tx, countyId, roundId, 'share')
    const order = await lockOrder(tx, countyId, orderId)
    if (!round || !order || !(await holdAssignment(tx, visit))) throw new Refused('inspection.not_assigned')
    const stored = await findingOfVisit(tx, visit)
    if (stored?.state === 'final') {
      // Sent again by a device that did not hear the answer.
      if (stored.id === sent.id && isSameWriting(stored, sent)) return viewFinding(tx, countyId, sent.id)
      throw new Refused('finding.final_already')
    }
    refuseStale(stored, sent)
    refuseRound(round)
    await refuseConflict(tx, visit, round)
    await refuseUnfinished(tx, visit, sent)
    const { quarter, late } = findingQuarter({ quarter: Quarter.parse(round.quarter), state: round.state }, at)
    await storeWriting(tx, { visit, stored, sent, by }, { state: 'final', receivedAt: at, quarter, late })
    const { id: findingId, effect, verdict } = sent
    const data = { findingId, roundId, inspectorId, effect, verdict, quarter, late, slip: by !== inspectorId }
    await recordEvent(tx, { countyId, kind: 'finding.submitted', at, by, orderId, data })
    // A round that is closed stays as it was published.
    if (round.state !== 'closed') await settleTarget(tx, { countyId, roundId }, orderId, at)
    const finding = must(await findFinding(tx, countyId, findingId), 'the finding just stored')
    await applyVerdict(tx, { order, finding, at, by: inspectorId })
    return viewFinding(tx, countyId, findingId)
  })
}

/** Findings are taken while the round runs; what comes after its close is late, not lost. */
function refuseRound({ state }: RoundRow): void {
  if (state !== 'closed') refuseIf(roundRefusal(state, 'find'))
}

/** A conflict that arose after the assignment counts like one before it. */
async function refuseConflict(tx: Tx, { countyId, orderId, inspectorId }: Visit, round: RoundRow): Promise<void> {
  const asked = { countyId, inspectorIds: [inspectorId], secondsSince: secondsSince(round) }
  const conflicts = await conflictsWithOrders(tx, { ...asked, orderIds: [orderId] })
  if (conflicts.length > 0) throw new Refused('inspection.conflict')
}

export async function refuseUnfinished(
  db: Reads,
  { countyId, orderId }: Pick<Visit, 'countyId' | 'orderId'>,
  sent: SubmitFinding,
): Promise<void> {
  const checklist = await checklistOfVersion(db, countyId, sent.checklistVersion)
  if (!checklist) throw new Refused('checklist.unknown_version', 'checklistVersion')
  const flaw = checklistRefusal(checklist.items, sent.answers, new Set(sent.attachmentIds).size)
  refuseIf(flaw?.code, flaw?.path)
  refuseIf(verdictRefusal(sent.effect, sent.verdict), 'verdict')
  const undone = todoRefusal(failedChecks(checklist.items, sent.answers), sent.verdict, sent.todo)
  refuseIf(undone?.code, undone?.path)
  refuseIf(callBackRefusal(await isCallBackDue(db, countyId, orderId), sent.callBack), 'callBack')
}
