import type { Reads } from '@dj/db/connect.ts'
import { listReopenings, type ReopeningFilter, type ReopeningListRow } from '@dj/db/queries/follow/reopenings.ts'
import { reopeningRefusal } from '@dj/shared/follow/reopening/reopening.rules.ts'
import type { DecideReopening, ReopeningView } from '@dj/shared/follow/reopening/reopening.schema.ts'
import { type Actor, may } from '@dj/shared/policy.ts'
import { type ProblemCode, Refused } from '@dj/shared/problem.ts'
import { wireInstant, wireInstantOrNull } from '../../platform/http/instant.ts'
import type { Sent } from '../../platform/http/spec.ts'

/** Why this person may not decide so, or null: the same refusal that the verb throws. */
export function refusalToReopen(
  row: ReopeningListRow,
  decision: DecideReopening['decision'],
  actor: Actor,
): ProblemCode | null {
  if (!may('reopening.decide', actor, { path: row.owner_path })) return 'auth.forbidden'
  return reopeningRefusal(row, decision, actor) ?? null
}

export const toReopeningView = (row: ReopeningListRow, actor: Actor): Sent<typeof ReopeningView> => ({
  id: row.id,
  version: row.version,
  state: row.state,
  asked: row.asked,
  order: { id: row.order_id, number: row.order_number, title: row.title, tier: row.tier },
  cycle: row.cycle,
  findingId: row.finding_id,
  secondPoor: row.second_poor,
  reason: row.reason,
  proposedBy: row.proposed_by,
  proposedAt: wireInstant(row.proposed_at),
  decidedBy: row.decided_by,
  decidedAt: wireInstantOrNull(row.decided_at),
  decisionReason: row.decision_reason,
  may: { decide: refusalToReopen(row, 'keep', actor), retire: refusalToReopen(row, 'retire', actor) },
})

export async function readReopening(db: Reads, countyId: string, id: string): Promise<ReopeningListRow> {
  const [row] = await listReopenings(db, countyId, { id }, 1)
  if (!row) throw new Refused('not_found')
  return row
}

const most = 200
export async function listReopeningsFor(
  db: Reads,
  actor: Actor,
  filter: Pick<ReopeningFilter, 'orderId' | 'state'>,
): Promise<{ items: Sent<typeof ReopeningView>[] }> {
  const rows = await listReopenings(db, actor.countyId, filter, most)
  return { items: rows.map((row) => toReopeningView(row, actor)) }
}
