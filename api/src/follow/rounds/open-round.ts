import { findRound } from '@dj/db/queries/follow/rounds.ts'
import type { Actor } from '@dj/shared/policy.ts'
import type { OpenRound, RoundView } from '@dj/shared/follow/round/round.schema.ts'
import type { Deps } from '../../platform/deps.ts'
import type { Sent } from '../../platform/http/spec.ts'
import { planRound } from './plan-round.ts'
import { viewRound } from './round.view.ts'

/** Plans the round of a quarter: two seed holders, and a public value announced before anything is frozen. */
export function openRound(
  deps: Deps,
  { actor, ...plan }: OpenRound & { actor: Actor },
): Promise<Sent<typeof RoundView>> {
  const { countyId, personId: by } = actor
  return deps.withTx(countyId, async (tx, at) => {
    const id = await planRound(tx, { countyId, plan, by, at })
    return viewRound(tx, await findRound(tx, countyId, id), actor, at)
  })
}
