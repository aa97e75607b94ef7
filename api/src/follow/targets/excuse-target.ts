import { recordEvent } from '@dj/db/queries/platform/events.ts'
import { lockRound, type RoundRow } from '@dj/db/queries/follow/rounds.ts'
import {
  listTargets,
  lockTarget,
  markOfTarget,
  type TargetRow,
  updateTarget,
} from '@dj/db/queries/follow/rounds-targets.ts'
import type { Tx } from '@dj/db/with-tx.ts'
import type { Actor } from '@dj/shared/policy.ts'
import { Refused, refuseIf } from '@dj/shared/problem.ts'
import { roundRefusal } from '@dj/shared/follow/round/round.rules.ts'
import type { AskExcuse, DecideExcuse, TargetView } from '@dj/shared/follow/round/round.schema.ts'
import type { Deps } from '../../platform/deps.ts'
import type { Sent } from '../../platform/http/spec.ts'
import { refuseSameHand } from '../../county/accounts/same-hand.ts'
import { sightOf, toTargetView } from './list-targets.ts'

interface Input {
  actor: Actor
  roundId: string
  orderId: string
}
type View = Sent<typeof TargetView>

/** Asks to excuse an order from its check, with the reason. A second person decides. */
export function askExcuse(deps: Deps, { reason, ...input }: Input & AskExcuse): Promise<View> {
  const { actor, roundId, orderId } = input
  const { countyId, personId: by } = actor
  return deps.withTx(countyId, async (tx, at) => {
    const { round, target } = await holdTarget(tx, input)
    if (target.state !== 'waiting') throw new Refused('target.not_waiting')
    const change = { state: 'excuse_asked', excuseReason: reason, excuseAskedBy: by } as const
    await updateTarget(tx, { countyId, roundId }, orderId, change)
    const data = { roundId, reason, target: await markOfTarget(tx, { countyId, roundId }, orderId) }
    await recordEvent(tx, { countyId, kind: 'round.excuse_asked', at, by, orderId: toldOf(target), data })
    return viewTarget(tx, round, input)
  })
}

/** Somebody other than who asked excuses the order, or sends the inspectors all the same. */
export function decideExcuse(deps: Deps, { decision, ...input }: Input & DecideExcuse): Promise<View> {
  const { actor, roundId, orderId } = input
  const { countyId, personId: by } = actor
  return deps.withTx(countyId, async (tx, at) => {
    const { round, target } = await holdTarget(tx, input)
    if (target.state !== 'excuse_asked') throw new Refused('target.no_excuse_asked')
    if (target.excuseAskedBy === by) throw new Refused('target.second_person_needed')
    await refuseSameHand(tx, actor, [target.excuseAskedBy], at)
    const refused = { state: 'waiting', excuseReason: null, excuseAskedBy: null } as const
    const change = decision === 'excuse' ? ({ state: 'excused', excuseDecidedBy: by } as const) : refused
    await updateTarget(tx, { countyId, roundId }, orderId, change)
    const mark = await markOfTarget(tx, { countyId, roundId }, orderId)
    const data = { roundId, decision, askedBy: target.excuseAskedBy, target: mark }
    await recordEvent(tx, { countyId, kind: 'round.excuse_decided', at, by, orderId: toldOf(target), data })
    return viewTarget(tx, round, input)
  })
}

/** Of the sample without the order: its timeline would tell that it was drawn before anybody came. */
const toldOf = ({ basis, orderId }: TargetRow): string | null => (basis === 'census' ? orderId : null)

/** The target, held for a change, in a round held against its close. What the actor may not see yet answers as if it did not exist. */
async function holdTarget(tx: Tx, input: Input): Promise<{ round: RoundRow; target: TargetRow }> {
  const { actor, roundId, orderId } = input
  const of = { countyId: actor.countyId, roundId }
  const round = await lockRound(tx, of.countyId, roundId, 'share')
  const target = await lockTarget(tx, of, orderId)
  if (!round || !target) throw new Refused('not_found')
  await viewTarget(tx, round, input)
  refuseIf(roundRefusal(round.state, 'excuse'))
  return { round, target }
}

async function viewTarget(tx: Tx, round: RoundRow, { actor, roundId, orderId }: Input): Promise<View> {
  const of = { countyId: actor.countyId, roundId }
  const [row] = await listTargets(tx, of, sightOf(round, actor), { orderId, limit: 1, after: null })
  if (!row) throw new Refused('not_found')
  return toTargetView(row)
}
