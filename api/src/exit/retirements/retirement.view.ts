import type { Reads } from '@dj/db/connect.ts'
import { listRetirements, type RetirementListRow } from '@dj/db/queries/exit/retirement-views.ts'
import { type Actor, may } from '@dj/shared/policy.ts'
import { type ProblemCode, Refused } from '@dj/shared/problem.ts'
import {
  decideRefusal,
  finaliseRefusal,
  objectRefusal,
  withdrawRefusal,
} from '@dj/shared/exit/retirement/retirement.rules.ts'
import type { RetirementView } from '@dj/shared/exit/retirement/retirement.schema.ts'
import { sameHand } from '../../county/accounts/same-hand.ts'
import { wireInstant, wireInstantOrNull } from '../../platform/http/instant.ts'
import type { Sent } from '../../platform/http/spec.ts'
import { type WorkingDaysLeft, workingDaysLeft } from '../rectifications/working-days-left.ts'

interface Seen {
  actor: Actor
  at: Date
  left: WorkingDaysLeft
}

export function toRetirementView(row: RetirementListRow, { actor, at, left }: Seen): Sent<typeof RetirementView> {
  return {
    id: row.id,
    version: row.version,
    state: row.state,
    order: { id: row.order_id, number: row.order_number, title: row.title, tier: row.tier },
    owner: { id: row.owner_id, name: row.owner_name },
    evidence: row.evidence,
    facts: row.facts,
    reason: row.reason,
    proposedBy: row.proposed_by,
    proposedAt: wireInstant(row.proposed_at),
    decidedBy: row.decided_by,
    decidedAt: wireInstantOrNull(row.decided_at),
    decisionReason: row.decision_reason,
    noticeUntil: wireInstantOrNull(row.notice_until),
    workingDaysLeft: row.state === 'on_notice' ? left(date(row.notice_until)) : null,
    finalBy: row.final_by,
    finalAt: wireInstantOrNull(row.final_at),
    undoUntil: wireInstantOrNull(row.undo_until),
    withdrawn: row.withdrawn && { ...row.withdrawn, at: wireInstant(row.withdrawn.at) },
    objections: row.objections.map(({ byId: _, ...objection }) => ({
      ...objection,
      at: wireInstant(objection.at),
      answeredAt: wireInstantOrNull(objection.answeredAt),
    })),
    successorOrderId: row.successor,
    may: mayOnRetirement(row, actor, at),
  }
}

const date = (text: string | null) => (text === null ? null : new Date(text))

/** What the actor may do about it now, by the same refusals that the verbs throw. */
export function mayOnRetirement(row: RetirementListRow, actor: Actor, at: Date): Sent<typeof RetirementView>['may'] {
  const target = { path: row.owner_path }
  type Act = 'retirement.decide' | 'retirement.finalise' | 'retirement.withdraw'
  const allowed = (operation: Act, refusal: () => ProblemCode | undefined) =>
    may(operation, actor, target) ? (refusal() ?? null) : 'auth.forbidden'
  const openObjections = row.objections.filter((objection) => objection.answer === null).length
  const facts = { state: row.state, tier: row.tier, proposedById: row.proposed_by_id, typedById: row.typed_by_id }
  return {
    decide: allowed('retirement.decide', () => decideRefusal(facts, actor)),
    object:
      may('retirement.object', actor) && !objectRefusal({ state: row.state, noticeUntil: date(row.notice_until) }, at),
    answer:
      may('retirement.answer', actor, target) &&
      row.objections.some((each) => each.answer === null && each.byId !== actor.personId),
    finalise: allowed('retirement.finalise', () =>
      finaliseRefusal({ ...facts, noticeUntil: date(row.notice_until), openObjections }, actor, at),
    ),
    withdraw: allowed('retirement.withdraw', () =>
      withdrawRefusal({ ...facts, undoUntil: date(row.undo_until), rebuilt: row.successor !== null }, actor, at),
    ),
  }
}

/** One retirement as it now stands. */
export async function viewRetirement(
  db: Reads,
  id: string,
  actor: Actor,
  at: Date,
): Promise<Sent<typeof RetirementView>> {
  const [row] = await listRetirements(db, actor.countyId, { id }, { limit: 1, after: null })
  if (!row) throw new Refused('not_found')
  const left = await workingDaysLeft(db, actor.countyId, [row.notice_until], at)
  const view = toRetirementView(row, { actor, at, left })
  if (view.may.decide !== null) return view
  const decide = (await sameHand(db, actor, [row.proposed_by_id, row.typed_by_id], at)) ?? null
  return { ...view, may: { ...view.may, decide } }
}
