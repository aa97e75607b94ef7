import { recordEvent } from '@dj/db/queries/platform/events.ts'
import { findRound, updateRound } from '@dj/db/queries/follow/rounds.ts'
import { refreshStatistics } from '@dj/db/queries/follow/rounds-frame.ts'
import { activeInspectors } from '@dj/db/queries/follow/rounds-assign.ts'
import type { Work } from '@dj/db/with-tx.ts'
import { Refused, refuseIf } from '@dj/shared/problem.ts'
import { roundRefusal } from '@dj/shared/follow/round/round.rules.ts'
import type { AssignInspectors, RoundView } from '@dj/shared/follow/round/round.schema.ts'
import type { Deps } from '../../platform/deps.ts'
import type { Sent } from '../../platform/http/spec.ts'
import { dealSlots } from './deal-slots.ts'
import { ceremonyTimeout, holdRound, type Input } from '../rounds/hold-round.ts'
import { viewRound } from '../rounds/round.view.ts'

/** Deals the targets among these inspectors by the secret of the draw, and locks that; later only slots left open are dealt. */
export function assignRound(deps: Deps, input: Input & AssignInspectors): Promise<Sent<typeof RoundView>> {
  const { actor, roundId } = input
  const { countyId, personId: by } = actor
  const work: Work<Sent<typeof RoundView>> = async (tx, at) => {
    const { round } = await holdRound(tx, input)
    refuseIf(roundRefusal(round.state, 'assign'))
    const inspectorIds = [...new Set(input.inspectorIds)]
    const known = await activeInspectors(tx, countyId, inspectorIds, at)
    if (known.length !== inspectorIds.length) throw new Refused('grant.person_unknown', 'inspectorIds')
    const slots = await dealSlots(tx, { round, inspectorIds, at })
    if (slots === null) throw new Refused('round.too_few_inspectors', 'inspectorIds')
    await refreshStatistics(tx, 'assignment')
    await updateRound(tx, countyId, roundId, { state: 'running' })
    await recordEvent(tx, { countyId, kind: 'round.assigned', at, by, data: { roundId, inspectorIds, slots } })
    return viewRound(tx, await findRound(tx, countyId, roundId), actor, at)
  }
  return deps.withTx(countyId, work, ceremonyTimeout)
}
