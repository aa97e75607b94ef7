import { recordEvent } from '@dj/db/queries/platform/events.ts'
import { findRound, updateRound } from '@dj/db/queries/follow/rounds.ts'
import { refuseIf } from '@dj/shared/problem.ts'
import { roundRefusal } from '@dj/shared/follow/round/round.rules.ts'
import type { AbortRound, RoundView } from '@dj/shared/follow/round/round.schema.ts'
import type { Deps } from '../../platform/deps.ts'
import type { Sent } from '../../platform/http/spec.ts'
import { holdRound, type Input } from './hold-round.ts'
import { viewRound } from './round.view.ts'

/** Gives a round up before its draw. It stays in sight, in the list and in the bundle of its successor. */
export function abortRound(deps: Deps, { reason, ...input }: Input & AbortRound): Promise<Sent<typeof RoundView>> {
  const { actor, roundId } = input
  const { countyId, personId: by } = actor
  return deps.withTx(countyId, async (tx, at) => {
    const { round } = await holdRound(tx, input)
    refuseIf(roundRefusal(round.state, 'abort'))
    await updateRound(tx, countyId, roundId, { state: 'aborted', abortReason: reason, abortedAt: at })
    await recordEvent(tx, { countyId, kind: 'round.aborted', at, by, data: { roundId, reason } })
    return viewRound(tx, await findRound(tx, countyId, roundId), actor, at)
  })
}
