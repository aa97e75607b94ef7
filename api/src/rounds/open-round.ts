import { countActivePeople } from '@dj/db/queries/claims.ts'
import { recordEvent } from '@dj/db/queries/events.ts'
import { findRound, insertRound, insertSeeds } from '@dj/db/queries/rounds.ts'
import { currentSettings } from '@dj/db/queries/settings.ts'
import type { Actor } from '@dj/shared/people/policy.ts'
import { Refused } from '@dj/shared/problem.ts'
import type { OpenRound, RoundId, RoundView } from '@dj/shared/round/round.schema.ts'
import { civilDateOf, quarterOf } from '@dj/shared/time/quarter.ts'
import { type Deps, newId } from '../deps.ts'
import type { Sent } from '../http/spec.ts'
import { viewRound } from './round.view.ts'

/** Who leads the rounds. [003 县委组织部牵头] */
const leadBodies = ['县委组织部', '两新工委']

/** Plans the round of a quarter: two seed holders, and a public value announced before anything is frozen. */
export function openRound(
  deps: Deps,
  { actor, ...plan }: OpenRound & { actor: Actor },
): Promise<Sent<typeof RoundView>> {
  const { countyId, personId: by } = actor
  return deps.withTx(countyId, async (tx, at) => {
    refusePlan(plan, at)
    const [{ settings, version }, known] = await Promise.all([
      currentSettings(tx, countyId),
      countActivePeople(tx, countyId, plan.seedHolderIds),
    ])
    if (known !== 2) throw new Refused('grant.person_unknown', 'seedHolderIds')
    const id = newId<RoundId>()
    const { seedHolderIds, ...planned } = plan
    const { rate, minimum } = settings.round
    const rules = { settingsVersion: version, rate: rate.toFixed(3), minimum, leadBodies }
    await insertRound(tx, { countyId, id, state: 'planned', ...planned, ...rules, openedBy: by, openedAt: at })
    await insertSeeds(
      tx,
      seedHolderIds.map((holderId, i) => ({ countyId, roundId: id, position: i + 1, holderId })),
    )
    const data = { roundId: id, quarter: plan.quarter, seedHolderIds, publicValueOn: plan.publicValueOn }
    await recordEvent(tx, { countyId, kind: 'round.opened', at, by, data })
    return viewRound(tx, await findRound(tx, countyId, id), actor, at)
  })
}

function refusePlan({ quarter, seedHolderIds: [first, second], publicValueOn }: OpenRound, at: Date): void {
  if (quarter > quarterOf(at)) throw new Refused('round.quarter_not_begun', 'quarter')
  if (first === second) throw new Refused('round.holders_same', 'seedHolderIds')
  if (publicValueOn <= civilDateOf(at)) throw new Refused('round.value_day_passed', 'publicValueOn')
}
