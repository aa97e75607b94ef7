import { http, HttpResponse } from 'msw'
import { orderRefusal, publishRefusal } from '@dj/shared/build/order/order.rules.ts'
import { DiscardOrder, OrderQuery } from '@dj/shared/build/order/order.schema.ts'
import { may } from '@dj/shared/policy.ts'
import type { ProblemCode } from '@dj/shared/problem.ts'
import type { SessionView } from '@dj/shared/county/people/session.schema.ts'
import { actorOf } from '../../../county/session/me.ts'
import { note } from './market.events.ts'
import { matches, summaries } from './market.list.ts'
import type { Market, OrderRecord } from './market.ts'
import { toCard } from './market.cards.ts'
import { organizationOf } from './market.facts.ts'
import { toView } from './market.views.ts'
import { refuse, refuseInput } from '../refuse.ts'
import type { World } from '../world.ts'

type Act = (order: OrderRecord, me: SessionView, body: unknown) => ProblemCode | undefined

/** Lists and pages of orders, and what builders and seconders do to them. */
export const orderHandlers = (world: World) => [
  http.get('*/api/v1/orders', ({ request }) => list(world, request)),
  http.get('*/api/v1/libraries', () =>
    HttpResponse.json({
      tiers: summaries(world.market),
      libraries: [],
      calendarMissing: null,
      asOf: new Date().toISOString(),
    }),
  ),
  http.get('*/api/v1/orders/:id', ({ params }) => read(world, String(params['id']))),
  http.get('*/api/v1/orders/:id/events', ({ params }) => {
    const items = world.market.events.filter(({ orderId }) => orderId === params['id'])
    return HttpResponse.json({ items: items.toSorted((a, b) => a.at.localeCompare(b.at)), nextCursor: null })
  }),
  http.post('*/api/v1/orders/:id/seconds', ({ params }) =>
    change(world, String(params['id']), {}, second(world.market), 201),
  ),
  http.post('*/api/v1/orders/:id/publish', ({ params }) =>
    change(world, String(params['id']), {}, publish(world.market)),
  ),
  http.post('*/api/v1/orders/:id/discard', async ({ params, request }) =>
    change(world, String(params['id']), await request.json(), discard(world.market)),
  ),
]

function list({ market, me }: World, request: Request) {
  if (me === undefined) return refuse('auth.required')
  const query = OrderQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams), { reportInput: true })
  if (!query.success) return refuseInput(query.error)
  const found = market.orders
    .map((order) => ({ order, card: toCard(market, order, me) }))
    .filter(({ order, card }) => isVisible(market, order, me) && matches(market, order, card, query.data))
    .toSorted((a, b) => (b.card.openedAt ?? '').localeCompare(a.card.openedAt ?? ''))
    .map(({ card }) => card)
  const from = Number(query.data.cursor ?? 0)
  const until = from + query.data.limit
  const nextCursor = until < found.length ? String(until) : null
  return HttpResponse.json({ items: found.slice(from, until), nextCursor, total: from === 0 ? found.length : null })
}

const isVisible = (market: Market, order: OrderRecord, me: SessionView) =>
  (order.state !== 'draft' && order.state !== 'discarded') ||
  may('order.read_draft', actorOf(me), { path: organizationOf(market, order.ownerId).path })

function read({ market, me }: World, id: string) {
  const order = market.orders.find((each) => each.id === id)
  if (me === undefined) return refuse('auth.required')
  if (order === undefined || !isVisible(market, order, me)) return refuse('not_found')
  return HttpResponse.json(toView(market, order, me))
}

function change(world: World, id: string, body: unknown, act: Act, status = 200) {
  const { market, me } = world
  const order = market.orders.find((each) => each.id === id)
  if (me === undefined) return refuse('auth.required')
  if (order === undefined || !isVisible(market, order, me)) return refuse('not_found')
  const refusal = act(order, me, body)
  return refusal === undefined ? HttpResponse.json(toView(market, order, me), { status }) : refuse(refusal)
}

const second =
  (market: Market): Act =>
  (order, { person }) => {
    if (order.secondedBy.includes(person.id)) return 'second.already'
    const refusal = orderRefusal(order.state, 'second')
    if (refusal !== undefined) return refusal
    order.secondedBy.push(person.id)
    note(market, order, 'order.seconded', person.alias, { organizationId: person.homeOrganizationId })
    return undefined
  }

const publish =
  (market: Market): Act =>
  (order, { person }) => {
    const refusal = publishRefusal(order, person.id)
    if (refusal !== undefined) return refusal
    const now = new Date().toISOString()
    const number = `${order.tier}-2026-${String(900 + market.orders.length)}`
    Object.assign(order, { state: 'open', number, openedAt: now, stateSince: now })
    note(market, order, 'order.published', person.alias, { number, tier: order.tier })
    return undefined
  }

const discard =
  (market: Market): Act =>
  (order, { person }, body) => {
    const refusal = orderRefusal(order.state, 'discard')
    if (refusal !== undefined) return refusal
    Object.assign(order, { state: 'discarded', stateSince: new Date().toISOString() })
    note(market, order, 'order.discarded', person.alias, { reason: DiscardOrder.parse(body).reason ?? null })
    return undefined
  }
