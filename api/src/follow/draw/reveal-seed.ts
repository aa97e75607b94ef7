import { recordEvent } from '@dj/db/queries/platform/events.ts'
import { findRound, updateRound, updateSeed } from '@dj/db/queries/follow/rounds.ts'
import { Refused, refuseIf } from '@dj/shared/problem.ts'
import { roundRefusal } from '@dj/shared/follow/round/round.rules.ts'
import type { RevealSeed, RoundView } from '@dj/shared/follow/round/round.schema.ts'
import { refuseSameHand } from '../../county/accounts/same-hand.ts'
import type { Deps } from '../../platform/deps.ts'
import { hashOf } from '../../platform/http/guard/idempotency.ts'
import type { Sent } from '../../platform/http/spec.ts'
import { holdRound, type Input, ownSeed } from '../rounds/hold-round.ts'
import { viewRound } from '../rounds/round.view.ts'

/** A holder reveals the seed they committed to; any other is refused, here and by the table. */
export function revealSeed(deps: Deps, { seed, ...input }: Input & RevealSeed): Promise<Sent<typeof RoundView>> {
  const { actor, roundId } = input
  const { countyId, personId: by } = actor
  return deps.withTx(countyId, async (tx, at) => {
    const { round, seeds } = await holdRound(tx, input)
    const { position, commitment, seed: before } = ownSeed(seeds, input)
    refuseIf(roundRefusal(round.state, 'reveal'))
    await refuseSameHand(
      tx,
      actor,
      seeds.map(({ holderId }) => holderId),
      at,
    )
    if (before !== null) throw new Refused('round.revealed_already')
    if (hashOf(seed) !== commitment) throw new Refused('round.seed_mismatch', 'seed')
    await updateSeed(tx, { countyId, roundId, position }, { seed, revealedBy: by, revealedAt: at })
    await updateRound(tx, countyId, roundId, {})
    await recordEvent(tx, { countyId, kind: 'round.seed_revealed', at, by, data: { roundId, position } })
    return viewRound(tx, await findRound(tx, countyId, roundId), actor, at)
  })
}
