import { holdsPlace } from '@dj/shared/build/order/order.rules.ts'
import type { LibrarySummary, OrderQuery, OrderState } from '@dj/shared/build/order/order.schema.ts'
import { Tier } from '@dj/shared/county/organization/tier.ts'
import type { Market, OrderRecord } from './market.ts'
import type { Card } from './market.cards.ts'
import { claimsOn, lightOf, organizationOf } from './market.facts.ts'

const live: readonly OrderState[] = ['open', 'claimed', 'delivered', 'rectifying', 'retiring']
const drafts: readonly OrderState[] = ['draft', 'discarded']

/** Does the order pass the filters of the list? */
export function matches(market: Market, order: OrderRecord, card: Card, query: OrderQuery): boolean {
  const { tier, townId, ownerId, under, category, mode, individual, free, light, q } = query
  return (
    inState(order.state, query.state) &&
    (tier === undefined || order.tier === tier) &&
    (townId === undefined || card.town?.id === townId) &&
    (ownerId === undefined || order.ownerId === ownerId) &&
    (under === undefined || organizationOf(market, order.ownerId).path.some((id) => id === under)) &&
    (category === undefined || order.category === category) &&
    (mode === undefined || order.mode === mode) &&
    (individual !== true || order.mode !== 'collective') &&
    (free !== true || order.state === 'open') &&
    (light === undefined || card.light === light) &&
    (q === undefined || `${order.title}${order.ask}`.includes(q))
  )
}

function inState(state: OrderState, asked: OrderQuery['state']): boolean {
  if (asked === undefined) return !drafts.includes(state)
  if (asked === 'live') return live.includes(state)
  return asked === 'building' ? state === 'draft' : state === asked
}

/** One row of figures per tier. */
export const summaries = (market: Market): LibrarySummary[] =>
  Tier.options.map((tier) =>
    summary(
      market,
      tier,
      market.orders.filter((order) => order.tier === tier),
    ),
  )

function summary(market: Market, tier: Tier, orders: readonly OrderRecord[]): LibrarySummary {
  const count = (state: OrderState) => orders.filter((order) => order.state === state).length
  const lit = (colour: 'green' | 'yellow' | 'red') =>
    orders.filter(({ id }) => claimsOn(market, id).some((claim) => lightOf(market, claim) === colour)).length
  const since = (days: number) =>
    orders.filter(
      ({ id, state, stateSince }) =>
        state === 'open' &&
        Date.parse(stateSince) <= Date.now() - days * 86_400_000 &&
        !claimsOn(market, id).some((claim) => holdsPlace(claim.state)),
    ).length
  return {
    ...{
      tier,
      owner: null,
      total: orders.filter(({ state }) => !drafts.includes(state)).length,
      draft: count('draft'),
    },
    ...{ open: count('open'), unclaimed7: since(7), unclaimed14: since(14), unclaimed21: since(21), stale: 0 },
    ...{ claimed: count('claimed'), delivered: count('delivered'), closed: count('closed') },
    ...{ rectifying: count('rectifying'), retiring: count('retiring') },
    ...{ green: lit('green'), yellow: lit('yellow'), red: lit('red') },
  }
}
