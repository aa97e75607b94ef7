import { recordEvent } from '@dj/db/queries/platform/events.ts'
import { findRound, updateRound } from '@dj/db/queries/follow/rounds.ts'
import { refreshStatistics } from '@dj/db/queries/follow/rounds-frame.ts'
import { activeInspectors } from '@dj/db/queries/follow/rounds-assign.ts'
import type { Work } from '@dj/db/with-tx.ts'
import { Refused, refuseIf } from '@dj/shared/problem.ts'
import { roundRefusal } from '@dj/shared/follow/round/round.rules.ts'
import type { RoundView } from '@dj/shared/follow/round/round.schema.ts'
import type { Deps } from '../../platform/deps.ts'
import type { Sent } from '../../platform/http/spec.ts'
import { dealSlots, ofPool } from './deal-slots.ts'
import { ceremonyTimeout, holdRound, type Input } from '../rounds/hold-round.ts'
import { viewRound } from '../rounds/round.view.ts'

/**
 * Deals what is open among the pool frozen with the frame, by the secret of the draw, and locks that. What the pool is too small for is
 * dealt among everybody who may inspect now. Nobody chooses who inspects.
 */
export function assignRound(deps: Deps, input: Input): Promise<Sent<typeof RoundView>> {
  const { actor, roundId } = input
  const { countyId, personId: by } = actor
  const work: Work<Sent<typeof RoundView>> = async (tx, at) => {
    const { round } = await holdRound(tx, input)
    refuseIf(roundRefusal(round.state, 'assign'))
    const everybody = await activeInspectors(tx, countyId, at)
    const pool = ofPool(round, everybody)
    const reason = round.state === 'drawn' ? 'draw' : 'again'
    const first = await dealSlots(tx, { round, inspectorIds: pool, at, reason })
    const others = first.left > 0 && everybody.length > pool.length
    const more = others ? await dealSlots(tx, { round, inspectorIds: everybody, at, reason: 'supplement' }) : null
    if ((more ?? first).left > 0) throw new Refused('round.too_few_inspectors')
    await refreshStatistics(tx, 'assignment')
    await updateRound(tx, countyId, roundId, { state: 'running' })
    const inspectorIds = more ? everybody : pool
    const data = { roundId, inspectorIds, slots: first.dealt + (more?.dealt ?? 0), supplement: more?.dealt ?? 0 }
    await recordEvent(tx, { countyId, kind: 'round.assigned', at, by, data })
    return viewRound(tx, await findRound(tx, countyId, roundId), actor, at)
  }
  return deps.withTx(countyId, work, ceremonyTimeout)
}
