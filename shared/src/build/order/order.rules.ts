import type { ClaimState } from './claim-state.ts'
import type { OrganizationKind } from '../../county/organization/organization.schema.ts'
import { partyKinds } from '../../county/organization/organization.schema.ts'
import type { Tier } from '../../county/organization/tier.ts'
import type { ProblemCode } from '../../problem.ts'
import { unreachable } from '../../platform/assert.ts'
import type { OrderState } from './order.schema.ts'

export const orderActions = [
  'edit',
  'publish',
  'discard',
  'claim',
  'work',
  'rate',
  'second',
  'rectify',
  'propose_retirement',
  'keep',
  'retire',
] as const
export type OrderAction = (typeof orderActions)[number]

const ended = {
  edit: 'order.not_live',
  publish: 'order.not_draft',
  discard: 'order.not_draft',
  claim: 'order.not_open',
  work: 'order.not_live',
  rate: 'order.not_live',
  second: 'order.not_live',
  rectify: 'order.not_live',
  propose_retirement: 'order.not_live',
  keep: 'order.not_live',
  retire: 'order.not_live',
} as const satisfies Record<OrderAction, ProblemCode>
const live = {
  ...ended,
  edit: true,
  work: true,
  rate: true,
  second: true,
  rectify: true,
  propose_retirement: true,
} as const satisfies Record<OrderAction, ProblemCode | true>

/** Which act is possible in which state: true, or the code of the refusal. One table decides every transition. (domain §5) */
export const orderTable = {
  draft: { ...ended, edit: true, publish: true, discard: true, rate: 'rating.nothing_delivered' },
  open: { ...live, claim: true },
  claimed: live,
  delivered: live,
  rectifying: { ...live, rectify: 'order.not_live' },
  retiring: {
    ...live,
    edit: 'order.not_live',
    rectify: 'order.not_live',
    propose_retirement: 'order.not_live',
    keep: true,
    retire: true,
  },
  retired: ended,
  closed: { ...ended, rate: true },
  discarded: ended,
} as const satisfies Record<OrderState, Record<OrderAction, ProblemCode | true>>

/** Why `action` is not possible in `state`, or undefined if it is. */
export function orderRefusal(state: OrderState, action: OrderAction): ProblemCode | undefined {
  const entry: ProblemCode | true = orderTable[state][action]
  return entry === true ? undefined : entry
}

/** Claims that keep their place from being taken by another. */
export const holdsPlace = (state: ClaimState): boolean => {
  switch (state) {
    case 'requested':
    case 'active':
    case 'delivered':
    case 'completed':
      return true
    case 'released':
    case 'lapsed':
    case 'failed':
    case 'ended':
      return false
    default:
      return unreachable(state)
  }
}

/** Claims somebody still works on or waits for. */
export const isLive = (state: ClaimState): boolean => holdsPlace(state) && state !== 'completed'

/** Claims that count against their claimant's limit. Whoever has delivered waits for somebody else, and may take up the next. */
export const isInHand = (state: ClaimState): boolean => isLive(state) && state !== 'delivered'

/** The state an order is in, from its places and the claims of its running cycle. Rectifying and retiring are left only by decision. */
export function settledState(now: OrderState, places: number, claims: readonly ClaimState[]): OrderState {
  if (now !== 'open' && now !== 'claimed' && now !== 'delivered') return now
  const held = claims.filter(holdsPlace)
  if (held.length < places) return 'open'
  return held.every((state) => state === 'delivered' || state === 'completed') ? 'delivered' : 'claimed'
}

/** After a delivery was settled: does the cycle end? It does once nobody is still at work on it. */
export const cycleEnds = (claims: readonly ClaimState[]): boolean =>
  claims.some((state) => state === 'completed') && !claims.some(isLive)

/** Why this person may not publish, or undefined. A and B need a second person. */
export function publishRefusal(
  order: { state: OrderState; tier: Tier; authorId: string },
  publisherId: string,
): ProblemCode | undefined {
  const refusal = orderRefusal(order.state, 'publish')
  if (refusal) return refusal
  return order.tier !== 'C' && order.authorId === publisherId ? 'order.second_person_needed' : undefined
}

/** Does the kind of owner fit the tier? A county, B town, C party organization. [003] */
export function tierFitsOwner(tier: Tier, kind: OrganizationKind): boolean {
  switch (tier) {
    case 'A':
      return kind === 'county'
    case 'B':
      return kind === 'town'
    case 'C':
      return partyKinds.some((party) => party === kind)
    default:
      return unreachable(tier)
  }
}

/** The tier the second voices suggest, with defaults from the settings: three organizations of a town → B, three towns → A. */
export function suggestedTier(
  voices: readonly { organizationId: string; townId: string | null }[],
  thresholds: { townOrganizations: number; countyTowns: number },
): Tier {
  const towns = new Set(voices.flatMap((voice) => (voice.townId ? [voice.townId] : [])))
  if (towns.size >= thresholds.countyTowns) return 'A'
  const busiest = [...towns].map(
    (town) => new Set(voices.filter((v) => v.townId === town).map((v) => v.organizationId)).size,
  )
  return Math.max(0, ...busiest) >= thresholds.townOrganizations ? 'B' : 'C'
}

/** Fields that stay as published, because a claimant relied on them. */
export const fixedOncePublished = [
  'mode',
  'acceptance',
  'ask',
  'category',
  'confirmRequired',
  'needIds',
  'standing',
] as const
