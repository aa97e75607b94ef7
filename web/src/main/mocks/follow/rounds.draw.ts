import { must } from '@dj/shared/platform/assert.ts'
import { poorRating } from '@dj/shared/exit/poor/poor.rules.ts'
import { isSatisfied } from '@dj/shared/build/order/rating.rules.ts'
import { assignInspectors } from '@dj/shared/follow/round/assign.rules.ts'
import { drawMessage, drawSample, frameLine, secretOf, type FrameEntry } from '@dj/shared/follow/round/draw.rules.ts'
import type { SessionView } from '@dj/shared/county/people/session.schema.ts'
import { claimsOn, organizationOf } from '../build/market.facts.ts'
import type { Market, OrderRecord } from '../build/market.ts'
import type { ConflictRecord, RoundRecord, TargetRecord } from './rounds.records.ts'
import { hmacUnder, sha256 } from './sha256.ts'

/** The frame of these orders, as the rule sorts it. */
export const frameOf = (market: Market, orders: readonly OrderRecord[]): FrameEntry[] =>
  orders
    .map(({ id, tier, ownerId }): FrameEntry => [id, 1, tier, organizationOf(market, ownerId).townId, ownerId])
    .sort(([a], [b]) => (a < b ? -1 : 1))

export const frameHashOf = ({ frame }: RoundRecord): string => sha256(frame.map(frameLine).join(''))

/** HMAC under the secret of this draw. */
export function keysOf({ seeds: [first, second], publicValue }: RoundRecord) {
  return hmacUnder(
    secretOf(must(first?.seed, 'seed 1'), must(second?.seed, 'seed 2'), must(publicValue, 'the public value')),
  )
}

export function sampleOf(round: RoundRecord): Map<string, string[]> {
  const keyOf = keysOf(round)
  return drawSample(round.frame, (id, version) => keyOf(drawMessage(id, version)), round)
}

/** Everything to be checked: A and B whole, C as drawn, and what is added besides. */
export function drawTargets(round: RoundRecord, added: readonly string[]): TargetRecord[] {
  const sample = new Set([...sampleOf(round).values()].flat())
  const blank = { roundId: round.id, state: 'waiting', excuse: null, inspectorIds: [] } as const
  return round.frame.flatMap(([orderId, , tier]): TargetRecord[] => {
    const basis = tier !== 'C' ? 'census' : sample.has(orderId) ? 'sample' : 'targeted'
    return basis === 'targeted' && !added.includes(orderId) ? [] : [{ ...blank, orderId, basis, inspectorIds: [] }]
  })
}

/** C orders with poor ratings, by the rule in force. */
export const poorOrders = ({ orders, ratings, settings }: Market): string[] =>
  orders.flatMap(({ id }) => {
    const given = ratings.filter(({ orderId }) => orderId === id)
    const inputs = { ratings: given.length, satisfied: given.filter(isSatisfied).length, answers: 0, notSolved: 0 }
    return poorRating(inputs, settings.rating) === null ? [] : [id]
  })

interface Dealing {
  market: Market
  round: RoundRecord
  inspectors: readonly SessionView[]
  conflicts: readonly ConflictRecord[]
}

/** Deals the targets by the secret of the draw, two for A; false when too few inspectors are free of a conflict. */
export function deal({ market, round, inspectors, conflicts }: Dealing, targets: readonly TargetRecord[]): boolean {
  const ways = inspectors.map((inspector) => ({
    id: inspector.person.id,
    shuns: shunner(market, inspector, conflicts),
  }))
  const tierOf = new Map(round.frame.map(([id, , tier]) => [id, tier]))
  const dealt = assignInspectors({
    targets: targets.map(({ orderId }) => ({ orderId, version: 1, slots: tierOf.get(orderId) === 'A' ? 2 : 1 })),
    inspectorIds: ways.map(({ id }) => id),
    isConflict: (orderId, id) => ways.some((way) => way.id === id && way.shuns(orderId)),
    keyOf: keysOf(round),
  })
  if (dealt === null) return false
  for (const target of targets) target.inspectorIds = dealt.get(target.orderId) ?? []
  return true
}

/** An inspector's own organization or its chain, own claim, and what they declared. */
export function shunner(market: Market, { person }: SessionView, conflicts: readonly ConflictRecord[]) {
  const declared = conflicts
    .filter(({ personId }) => personId === person.id)
    .map(({ organizationId }) => organizationId)
  return (orderId: string): boolean => {
    const order = market.orders.find(({ id }) => id === orderId)
    const path: readonly string[] = order === undefined ? [] : organizationOf(market, order.ownerId).path
    const own = [person.homeOrganizationId, ...declared].some((id) => id !== null && path.includes(id))
    return own || claimsOn(market, orderId).some(({ personId }) => personId === person.id)
  }
}
