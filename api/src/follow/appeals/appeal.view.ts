import type { Reads } from '@dj/db/connect.ts'
import { type AppealListRow, listAppeals } from '@dj/db/queries/follow/appeals.ts'
import { decideAppealRefusal } from '@dj/shared/follow/appeal/appeal.rules.ts'
import type { AppealView } from '@dj/shared/follow/appeal/appeal.schema.ts'
import { type Actor, policyRefusal } from '@dj/shared/policy.ts'
import { type ProblemCode, Refused } from '@dj/shared/problem.ts'
import { leadsOwner } from '../../build/orders/leads-owner.ts'
import { wireInstant, wireInstantOrNull } from '../../platform/http/instant.ts'
import type { Sent } from '../../platform/http/spec.ts'

/** Why the actor may not decide it, or undefined. */
export function refusalToDecide(row: AppealListRow, actor: Actor): ProblemCode | undefined {
  const order = { tier: row.tier, authorId: row.author_id, publisherId: row.publisher_id }
  const againstIds = [row.against, row.entered_by]
  const owner = { ownerId: row.owner_id, ownerPath: row.owner_path }
  return (
    policyRefusal('appeal.decide', actor, { path: row.owner_path }) ??
    decideAppealRefusal(
      { state: row.state, filedById: row.filed_by_id, againstIds, order },
      { personId: actor.personId, part: row.my_part, leadsOwner: leadsOwner(actor, owner) },
    )
  )
}

export const toAppealView = (row: AppealListRow, actor: Actor): Sent<typeof AppealView> => ({
  id: row.id,
  version: row.version,
  subject: row.subject,
  subjectId: row.subject_id,
  order: { id: row.order_id, number: row.number, title: row.title },
  reason: row.reason,
  filedBy: row.filed_by,
  filedAt: wireInstant(row.filed_at),
  decideBy: wireInstantOrNull(row.decide_by),
  state: row.state,
  before: row.before,
  after: row.after,
  decisionReason: row.decision_reason,
  decidedBy: row.decided_by,
  decidedAt: wireInstantOrNull(row.decided_at),
  effects: row.effects,
  mayDecide: refusalToDecide(row, actor) ?? null,
})

export async function readAppeal(db: Reads, actor: Actor, id: string): Promise<AppealListRow> {
  const [row] = await listAppeals(db, actor, { id }, { limit: 1, after: null })
  if (!row) throw new Refused('not_found')
  return row
}
