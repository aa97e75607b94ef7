import { recordEvent } from '@dj/db/queries/platform/events.ts'
import { findRound, updateRound } from '@dj/db/queries/follow/rounds.ts'
import { Refused, refuseIf } from '@dj/shared/problem.ts'
import { followsNotation } from '@dj/shared/county/settings/notation.rules.ts'
import { roundRefusal } from '@dj/shared/follow/round/round.rules.ts'
import type { RoundView, TypePublicValue } from '@dj/shared/follow/round/round.schema.ts'
import { civilDateOf } from '@dj/shared/platform/time/quarter.ts'
import type { Deps } from '../../platform/deps.ts'
import type { Sent } from '../../platform/http/spec.ts'
import { holdRound, type Input } from '../rounds/hold-round.ts'
import { viewRound } from '../rounds/round.view.ts'

/** Types in the announced value in the notation announced with it, not before its day; once. */
export function typePublicValue(
  deps: Deps,
  { value, ...input }: Input & TypePublicValue,
): Promise<Sent<typeof RoundView>> {
  const { actor, roundId } = input
  const { countyId, personId: by } = actor
  return deps.withTx(countyId, async (tx, at) => {
    const { round } = await holdRound(tx, input)
    refuseIf(roundRefusal(round.state, 'public_value'))
    if (round.publicValue !== null) throw new Refused('round.value_typed_already')
    if (civilDateOf(at) < round.publicValueOn) throw new Refused('round.value_too_early')
    const { publicValueNotation: notation } = round
    if (notation !== null && !followsNotation(value, notation)) throw new Refused('round.value_notation', 'value')
    await updateRound(tx, countyId, roundId, { publicValue: value, publicValueBy: by, publicValueAt: at })
    await recordEvent(tx, { countyId, kind: 'round.value_typed', at, by, data: { roundId, value } })
    return viewRound(tx, await findRound(tx, countyId, roundId), actor, at)
  })
}
