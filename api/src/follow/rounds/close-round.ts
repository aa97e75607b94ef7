import { recordEvent } from '@dj/db/queries/platform/events.ts'
import { findRound, updateRound } from '@dj/db/queries/follow/rounds.ts'
import { openCensus } from '@dj/db/queries/follow/rounds-targets.ts'
import { refuseIf } from '@dj/shared/problem.ts'
import { closeRefusal, confirmCloseRefusal } from '@dj/shared/follow/round/round.rules.ts'
import type { RoundView } from '@dj/shared/follow/round/round.schema.ts'
import type { Deps } from '../../platform/deps.ts'
import type { Sent } from '../../platform/http/spec.ts'
import { refuseSameHand } from '../../county/accounts/same-hand.ts'
import { holdRound, type Input } from './hold-round.ts'
import { viewRound } from './round.view.ts'

/** The first of two people asks to close: every A and B order of the frame is inspected or excused. */
export function closeRound(deps: Deps, input: Input): Promise<Sent<typeof RoundView>> {
  const { actor, roundId } = input
  const { countyId, personId: by } = actor
  return deps.withTx(countyId, async (tx, at) => {
    const { round } = await holdRound(tx, input)
    refuseIf(closeRefusal(round.state, { census: await openCensus(tx, { countyId, roundId }) }))
    await updateRound(tx, countyId, roundId, { state: 'closing', closingBy: by, closingAt: at })
    await recordEvent(tx, { countyId, kind: 'round.closing', at, by, data: { roundId } })
    return viewRound(tx, await findRound(tx, countyId, roundId), actor, at)
  })
}

/** The second person closes. A finding under way is waited for; one that comes later belongs to the next quarter. */
export function confirmClose(deps: Deps, input: Input): Promise<Sent<typeof RoundView>> {
  const { actor, roundId } = input
  const { countyId, personId: by } = actor
  return deps.withTx(countyId, async (tx, at) => {
    const { round } = await holdRound(tx, input)
    const census = await openCensus(tx, { countyId, roundId })
    refuseIf(confirmCloseRefusal({ state: round.state, closingById: round.closingBy }, { census }, by))
    await refuseSameHand(tx, actor, [round.closingBy], at)
    await updateRound(tx, countyId, roundId, { state: 'closed', closedBy: by, closedAt: at })
    await recordEvent(tx, { countyId, kind: 'round.closed', at, by, data: { roundId } })
    return viewRound(tx, await findRound(tx, countyId, roundId), actor, at)
  })
}
