import { recordEvent } from '@dj/db/queries/platform/events.ts'
import { findRound, updateRound, updateSeed } from '@dj/db/queries/follow/rounds.ts'
import { settingsOfVersion } from '@dj/db/queries/county/settings.ts'
import { must } from '@dj/shared/platform/assert.ts'
import { Refused, refuseIf } from '@dj/shared/problem.ts'
import { withheldSeedText } from '@dj/shared/follow/round/draw.rules.ts'
import { roundRefusal } from '@dj/shared/follow/round/round.rules.ts'
import type { FallBackSeed, RoundView } from '@dj/shared/follow/round/round.schema.ts'
import type { Deps } from '../../platform/deps.ts'
import { hashOf } from '../../platform/http/guard/idempotency.ts'
import type { Sent } from '../../platform/http/spec.ts'
import { holdRound, type Input } from '../rounds/hold-round.ts'
import { viewRound } from '../rounds/round.view.ts'
import { revealEnds } from './seed-facts.ts'

/** Replaces a seed withheld past its deadline by the hash of its commitment: nobody can choose it, and everybody sees why. */
export function fallBackSeed(deps: Deps, input: Input & FallBackSeed): Promise<Sent<typeof RoundView>> {
  const { actor, roundId, position, reason } = input
  const { countyId, personId: by } = actor
  return deps.withTx(countyId, async (tx, at) => {
    const { round, seeds } = await holdRound(tx, input)
    refuseIf(roundRefusal(round.state, 'fall_back'))
    const settings = await settingsOfVersion(tx, countyId, round.settingsVersion)
    const held = must(
      seeds.find((each) => each.position === position),
      'a seed of the round',
    )
    if (held.seed !== null) throw new Refused('round.revealed_already')
    if (at < revealEnds(round, settings)) throw new Refused('round.fallback_too_early')
    const seed = hashOf(withheldSeedText(must(held.commitment, 'the commitment')))
    await updateSeed(
      tx,
      { countyId, roundId, position },
      { seed, revealedBy: by, revealedAt: at, fallbackReason: reason },
    )
    await updateRound(tx, countyId, roundId, {})
    await recordEvent(tx, { countyId, kind: 'round.seed_withheld', at, by, data: { roundId, position, reason } })
    return viewRound(tx, await findRound(tx, countyId, roundId), actor, at)
  })
}
