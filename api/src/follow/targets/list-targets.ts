import { findRound, type RoundRow } from '@dj/db/queries/follow/rounds.ts'
import { countVisible, listTargets, type Sight, type TargetListed } from '@dj/db/queries/follow/rounds-targets.ts'
import { type Actor, mayAnywhere, reachOf } from '@dj/shared/policy.ts'
import { Refused } from '@dj/shared/problem.ts'
import type { TargetPage, TargetQuery, TargetView } from '@dj/shared/follow/round/round.schema.ts'
import { briefView } from './brief.view.ts'
import type { Deps } from '../../platform/deps.ts'
import { cutPage, fromCursor } from '../../platform/http/cursor.ts'
import type { Sent } from '../../platform/http/spec.ts'

/** What the viewer may see of a round's targets: the census in their reach and what was visited; their own to an inspector alone. */
export async function listTargetsFor(
  deps: Deps,
  { actor, roundId, ...query }: TargetQuery & { actor: Actor; roundId: string },
): Promise<Sent<typeof TargetPage>> {
  const { limit, cursor, ...filter } = query
  const of = { countyId: actor.countyId, roundId }
  const round = await findRound(deps.db, of.countyId, roundId)
  if (!round) throw new Refused('not_found')
  const after = fromCursor(cursor, 'name')
  const sight = sightOf(round, actor)
  const [rows, total] = await Promise.all([
    listTargets(deps.db, of, sight, { ...filter, limit: limit + 1, after }),
    after === null && mayAnywhere('round.close', actor) ? countVisible(deps.db, of, sight, filter) : null,
  ])
  const page = cutPage(rows, limit, (row) => ({ key: row.number, id: row.order_id }))
  return { items: page.items.map(toTargetView), nextCursor: page.nextCursor, total }
}

/** Organizers see the census of their own subtree. */
export const sightOf = (round: Pick<RoundRow, 'state'>, actor: Actor): Sight => ({
  inspectorId: actor.personId,
  under: reachOf('retirement.decide', actor).under,
  ended: round.state === 'closed',
})

export function toTargetView(listed: TargetListed): Sent<typeof TargetView> {
  const { order_id: orderId, last_progress: _, due_at: _due, ...row } = listed
  return { orderId, ...row, ...briefView(listed) }
}
