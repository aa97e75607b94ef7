import type { CommitSeed, FallBackSeed, RevealSeed, TypePublicValue } from '@dj/shared/follow/round/round.schema.ts'
import { withheldSeedText } from '@dj/shared/follow/round/draw.rules.ts'
import { followsNotation } from '@dj/shared/county/settings/notation.rules.ts'
import { roundRefusal } from '@dj/shared/follow/round/round.rules.ts'
import type { OrderState } from '@dj/shared/build/order/order.schema.ts'
import type { SessionView } from '@dj/shared/county/people/session.schema.ts'
import type { Refusal } from '../guard.ts'
import { drawTargets, frameOf, poorOrders } from './rounds.draw.ts'
import { refusalsOf } from './rounds.next.ts'
import type { RoundRecord } from './rounds.records.ts'
import { sha256 } from './sha256.ts'
import type { World } from '../world.ts'

/** A round, who acts on it, and when. */
export interface On {
  world: World
  round: RoundRecord
  me: SessionView
  at: string
}

const ended: readonly OrderState[] = ['draft', 'discarded', 'closed', 'retired']
const ownSeed = ({ round, me }: On) => round.seeds.find(({ holderId }) => holderId === me.person.id)

export function commit(on: On, { commitment }: CommitSeed): Refusal {
  const own = ownSeed(on)
  if (own === undefined) return 'round.not_holder'
  const refusal = roundRefusal(on.round.state, 'commit')
  if (refusal !== undefined) return refusal
  if (own.commitment !== null) return 'round.committed_already'
  Object.assign(own, { commitment, committedAt: on.at })
  return undefined
}

export function freeze({ world, round, me, at }: On): Refusal {
  const refusal = refusalsOf(world, round, me).freeze
  if (refusal !== undefined) return refusal
  const frame = frameOf(
    world.market,
    world.market.orders.filter(({ state }) => !ended.includes(state)),
  )
  Object.assign(round, { state: 'frozen', frozenAt: at, frame })
  return undefined
}

export function reveal(on: On, { seed }: RevealSeed): Refusal {
  const own = ownSeed(on)
  if (own === undefined) return 'round.not_holder'
  const refusal = roundRefusal(on.round.state, 'reveal')
  if (refusal !== undefined) return refusal
  if (own.seed !== null) return 'round.revealed_already'
  if (sha256(seed) !== own.commitment) return 'round.seed_mismatch'
  Object.assign(own, { seed, revealedById: on.me.person.id, revealedAt: on.at })
  return undefined
}

export function fallBack({ world, round, me, at }: On, { position, reason: fallbackReason }: FallBackSeed): Refusal {
  const refusal = roundRefusal(round.state, 'fall_back')
  const held = round.seeds.find((seed) => seed.position === position)
  if (refusal !== undefined || held === undefined) return refusal ?? 'not_found'
  if (held.seed !== null) return 'round.revealed_already'
  const early = refusalsOf(world, round, me).fall_back
  if (early !== undefined) return early
  const seed = sha256(withheldSeedText(held.commitment ?? ''))
  Object.assign(held, { seed, fallbackReason, revealedById: me.person.id, revealedAt: at })
  return undefined
}

export function typeValue({ world, round, me, at }: On, { value }: TypePublicValue): Refusal {
  const refusal = roundRefusal(round.state, 'public_value')
  if (refusal !== undefined) return refusal
  if (round.publicValue !== null) return 'round.value_typed_already'
  const early = refusalsOf(world, round, me).public_value
  if (early !== undefined) return early
  if (!followsNotation(value, round.publicValueNotation ?? value)) return 'round.value_notation'
  Object.assign(round, { publicValue: value, publicValueAt: at, publicValueById: me.person.id })
  return undefined
}

export function draw({ world, round, me, at }: On): Refusal {
  const refusal = refusalsOf(world, round, me).draw
  if (refusal !== undefined) return refusal
  world.rounds.targets.push(...drawTargets(round, poorOrders(world.market)))
  Object.assign(round, { state: 'drawn', drawnAt: at })
  return undefined
}
