import { recordEvent } from '@dj/db/queries/events.ts'
import { findRound, updateRound, updateSeed } from '@dj/db/queries/rounds.ts'
import { Refused, refuseIf } from '@dj/shared/problem.ts'
import { roundRefusal } from '@dj/shared/round/round.rules.ts'
import type { CommitSeed, RoundView } from '@dj/shared/round/round.schema.ts'
import type { Deps } from '../deps.ts'
import type { Sent } from '../http/spec.ts'
import { holdRound, type Input, ownSeed } from './hold-round.ts'
import { viewRound } from './round.view.ts'

/** A holder publishes the hash of their seed while nothing is frozen yet; once. */
export function commitSeed(deps: Deps, { commitment, ...input }: Input & CommitSeed): Promise<Sent<typeof RoundView>> {
  const { actor, roundId } = input
  const { countyId, personId: by } = actor
  return deps.withTx(countyId, async (tx, at) => {
    const { round, seeds } = await holdRound(tx, input)
    const { position, commitment: before } = ownSeed(seeds, input)
    refuseIf(roundRefusal(round.state, 'commit'))
    if (before !== null) throw new Refused('round.committed_already')
    await updateSeed(tx, { countyId, roundId, position }, { commitment, committedAt: at })
    await updateRound(tx, countyId, roundId, {})
    await recordEvent(tx, { countyId, kind: 'round.committed', at, by, data: { roundId, position, commitment } })
    return viewRound(tx, await findRound(tx, countyId, roundId), actor, at)
  })
}
