import { recordEvent } from '@dj/db/queries/platform/events.ts'
import { liveRoundIds, lockRound, type RoundRow } from '@dj/db/queries/follow/rounds.ts'
import {
  activeInspectors,
  endAssignment,
  type LiveAssignment,
  loadsOf,
  pendingAssignments,
} from '@dj/db/queries/follow/rounds-assign.ts'
import { conflictsInRound, conflictsWithOrders } from '@dj/db/queries/exit/rounds-conflicts.ts'
import type { DealReason } from '@dj/shared/follow/round/round.schema.ts'
import type { Tx } from '@dj/db/with-tx.ts'
import type { Deps } from '../../platform/deps.ts'
import { dealSlots, ofPool } from './deal-slots.ts'
import { secondsSince } from '../../exit/rectifications/interests-in.ts'
import { ceremonyTimeout } from '../rounds/hold-round.ts'

export interface Reassigned {
  ended: number
  /** Of these, how many no inspector of the round is free for: the leads assign more. */
  open: number
}

/**
 * Hands on what an inspector has come into conflict with since it was dealt, or can no longer do. The old row stays with its reason.
 * For the whole county by a job, for one order when a finding on it was refused.
 */
export async function reassignConflicts(deps: Deps, countyId: string, orderId?: string): Promise<Reassigned> {
  const total: Reassigned = { ended: 0, open: 0 }
  for (const roundId of await liveRoundIds(deps.db, countyId)) {
    const done = await deps.withTx(
      countyId,
      async (tx, at) => {
        const round = await lockRound(tx, countyId, roundId)
        // It may have been closed meanwhile: then nobody's list changes any more.
        const runs = round?.state === 'running' || round?.state === 'closing'
        return round && runs ? reassignIn(tx, { round, at, orderId }) : { ended: 0, open: 0 }
      },
      ceremonyTimeout,
    )
    total.ended += done.ended
    total.open += done.open
  }
  return total
}

interface Within {
  round: RoundRow
  at: Date
  orderId: string | undefined
}

async function reassignIn(tx: Tx, { round, at, orderId }: Within): Promise<Reassigned> {
  const of = { countyId: round.countyId, roundId: round.id }
  const active = await activeInspectors(tx, of.countyId, at)
  const assigned = new Set((await loadsOf(tx, of)).keys())
  // In a round from before pools were frozen, whoever inspects in it already stands for its pool.
  const able = round.pool ? ofPool(round, active) : active.filter((id) => assigned.has(id))
  const lost = await lostAssignments(tx, { round, at, orderId }, [...assigned], new Set(active))
  let open = 0
  for (const { held, reason } of lost) {
    await endAssignment(tx, of, held, { at, reason })
    const { left } = await dealSlots(tx, { round, inspectorIds: able, at, reason, ended: held })
    if (left > 0) open += 1
    // Without the order: its timeline would tell that it was drawn before anybody came.
    const data = { roundId: round.id, inspectorId: held.inspector_id, reason, open: left > 0 }
    await recordEvent(tx, { countyId: of.countyId, kind: 'round.reassigned', at, by: null, data })
  }
  return { ended: lost.length, open }
}

async function lostAssignments(tx: Tx, { round, orderId }: Within, pool: readonly string[], able: ReadonlySet<string>) {
  const of = { countyId: round.countyId, roundId: round.id }
  const asked = { countyId: of.countyId, inspectorIds: pool, secondsSince: secondsSince(round) }
  const [pending, conflicts] = await Promise.all([
    pendingAssignments(tx, of, orderId),
    orderId === undefined
      ? conflictsInRound(tx, { ...asked, roundId: of.roundId })
      : conflictsWithOrders(tx, { ...asked, orderIds: [orderId] }),
  ])
  const conflicting = new Set(conflicts.map((row) => `${row.order_id} ${row.person_id}`))
  return pending.flatMap((held): { held: LiveAssignment; reason: DealReason }[] => {
    if (conflicting.has(`${held.order_id} ${held.inspector_id}`)) return [{ held, reason: 'conflict' }]
    return able.has(held.inspector_id) ? [] : [{ held, reason: 'no_longer_inspector' }]
  })
}
