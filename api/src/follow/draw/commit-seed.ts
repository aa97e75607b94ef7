import { recordEvent } from '@dj/db/queries/platform/events.ts'
import { findRound, updateRound, updateSeed } from '@dj/db/queries/follow/rounds.ts'
import { Refused, refuseIf } from '@dj/shared/problem.ts'
import { roundRefusal } from '@dj/shared/follow/round/round.rules.ts'
import type { CommitSeed, RoundView } from '@dj/shared/follow/round/round.schema.ts'
import { refuseSameHand } from '../../county/accounts/same-hand.ts'
import type { Deps } from '../../platform/deps.ts'
import type { Sent } from '../../platform/http/spec.ts'
import { holdRound, type Input, ownSeed } from '../rounds/hold-round.ts'
import { viewRound } from '../rounds/round.view.ts'

/** A holder publishes the hash of their seed while nothing is frozen yet; once. */
export function commitSeed(deps: Deps, { commitment, ...input }: Input & CommitSeed): Promise<Sent<typeof RoundView>> {
  const { actor, roundId } = input
  const { countyId, personId: by } = actor
  return deps.withTx(countyId, async (tx, at) => {
    const { round, seeds } = await holdRound(tx, input)
    const { position, commitment: before } = ownSeed(seeds, input)
    refuseIf(roundRefusal(round.state, 'commit'))
    await refuseSameHand(
      tx,
      actor,
      seeds.map(({ holderId }) => holderId),
      at,
    )
    if (before !== null) throw new Refused('round.committed_already')
    await updateSeed(tx, { countyId, roundId, position }, { commitment, committedAt: at })
    await updateRound(tx, countyId, roundId, {})
    await recordEvent(tx, { countyId, kind: 'round.committed', at, by, data: { roundId, position, commitment } })
    return viewRound(tx, await findRound(tx, countyId, roundId), actor, at)
  })
}
