import { http, HttpResponse } from 'msw'
import { must } from '@dj/shared/platform/assert.ts'
import type { LibrarySummary } from '@dj/shared/build/order/order.schema.ts'
import type { z } from 'zod'
import { toCard } from './market.cards.ts'
import { organizationOf } from './market.facts.ts'
import { refuse } from '../refuse.ts'
import type { World } from '../world.ts'

/** One row of figures per tier and per library. */
export const libraryHandlers = (world: World) => [
  http.get('*/api/v1/libraries', ({ request }) => libraries(world, new URL(request.url).searchParams)),
]

function libraries({ market, me }: World, query: URLSearchParams) {
  if (me === undefined) return refuse('auth.required')
  const under = query.get('under')
  const orders = market.orders.filter(
    ({ ownerId }) => under === null || organizationOf(market, ownerId).path.some((id) => id === under),
  )
  const rows = [...Map.groupBy(orders, ({ tier, ownerId }) => `${tier} ${ownerId}`).values()].map((of) => {
    const { tier, ownerId } = must(of[0], 'an order')
    const { id, name } = organizationOf(market, ownerId)
    return { tier, owner: { id, name }, ...count(of.map((order) => toCard(market, order, me))) }
  })
  const tiers = [...Map.groupBy(orders, ({ tier }) => tier)].map(([tier, of]) => {
    return { tier, owner: null, ...count(of.map((order) => toCard(market, order, me))) }
  })
  return HttpResponse.json({
    tiers: tiers.toSorted((a, b) => a.tier.localeCompare(b.tier)),
    libraries: rows,
    calendarMissing: null,
    asOf: new Date().toISOString(),
  })
}

type Card = ReturnType<typeof toCard>
type Figures = Omit<z.input<typeof LibrarySummary>, 'tier' | 'owner'>

function count(cards: readonly Card[]): Figures {
  const having = (condition: (card: Card) => boolean) => cards.filter(condition).length
  const state = (name: Card['state']) => having((card) => card.state === name)
  const unclaimed = (days: number) =>
    having(
      (card) =>
        card.state === 'open' &&
        card.placesTaken === 0 &&
        Date.parse(card.stateSince) <= Date.now() - days * 86_400_000,
    )
  const light = (colour: Card['light']) => having((card) => card.light === colour)
  return {
    total: cards.length - state('draft') - state('discarded'),
    draft: state('draft'),
    open: state('open'),
    unclaimed7: unclaimed(7),
    unclaimed14: unclaimed(14),
    unclaimed21: unclaimed(21),
    claimed: state('claimed'),
    green: light('green'),
    yellow: light('yellow'),
    red: light('red'),
    delivered: state('delivered'),
    closed: state('closed'),
    rectifying: state('rectifying'),
    retiring: state('retiring'),
    stale: unclaimed(30),
  }
}
