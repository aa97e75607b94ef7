import { http, HttpResponse } from 'msw'
import { must } from '@dj/shared/assert.ts'
import { tierFitsOwner } from '@dj/shared/order/order.rules.ts'
import { BuildOrder, EditOrder, OrderView, type LibrarySummary } from '@dj/shared/order/order.schema.ts'
import { may } from '@dj/shared/people/policy.ts'
import type { SessionView } from '@dj/shared/people/session.schema.ts'
import type { WorkItem } from '@dj/shared/work/work.schema.ts'
import type { z } from 'zod'
import { actorOf, mayDo } from '../session/me.ts'
import { toCard } from './market.cards.ts'
import { organizationOf } from './market.facts.ts'
import { newId, type OrderRecord } from './market.ts'
import { toView } from './market.views.ts'
import { isSeen } from './needs.mocks.ts'
import { refuse, refuseInput } from './refuse.ts'
import type { World } from './world.ts'

/** Building and editing orders, the figures of the libraries, and what waits for me. */
export const deskHandlers = (world: World) => [
  http.post('*/api/v1/orders', async ({ request }) => build(world, await request.json())),
  http.patch('*/api/v1/orders/:id', async ({ request, params }) => edit(world, String(params['id']), request)),
  http.get('*/api/v1/libraries', ({ request }) => libraries(world, new URL(request.url).searchParams)),
  http.get('*/api/v1/work', () => work(world)),
]

function build(world: World, body: unknown) {
  const { market, me, needs } = world
  if (me === undefined) return refuse('auth.required')
  const input = BuildOrder.safeParse(body, { reportInput: true })
  if (!input.success) return refuseInput(input.error)
  const owner = market.organizations.find(({ id }) => id === input.data.ownerOrganizationId)
  if (owner === undefined) return refuse('need.organization_unknown')
  if (!may('order.build', actorOf(me), { path: owner.path })) return refuse('not_found')
  if (!tierFitsOwner(input.data.tier, owner.kind)) return refuse('order.tier_owner_mismatch')
  const chosen = needs.filter(({ view }) => input.data.needIds.includes(view.id))
  if (chosen.length < input.data.needIds.length) return refuse('order.need_not_available')
  const order = toRecord(input.data, me, chosen)
  market.orders.push(order)
  const link = OrderView.shape.id.parse(order.id)
  for (const need of chosen)
    need.view = { ...need.view, state: 'linked', orders: [{ id: link, number: null, title: order.title }] }
  return HttpResponse.json(toView(market, order, me), { status: 201 })
}

function toRecord(input: BuildOrder, me: SessionView, needs: World['needs']): OrderRecord {
  const { title, ask, category, mode, places, confirmRequired, skills, claimBy, dueOn, tier } = input
  return {
    ...{ title, ask, category, mode, places, confirmRequired, skills, claimBy, dueOn, tier },
    ...{ id: newId(), number: null, state: 'draft', openedAt: null, stateSince: new Date().toISOString() },
    ownerId: input.ownerOrganizationId,
    authorId: me.person.id,
    needs: needs.map(({ view: { id, body, requesterName }, requesterId }) => ({
      id,
      body,
      requesterName,
      requesterId,
    })),
    secondedBy: [],
  }
}

async function edit({ market, me }: World, id: string, request: Request) {
  const order = market.orders.find((each) => each.id === id)
  if (me === undefined) return refuse('auth.required')
  if (order === undefined) return refuse('not_found')
  if (request.headers.get('If-Match') !== `"${toView(market, order, me).version}"`)
    return refuse('request.stale_version')
  const change = EditOrder.safeParse(await request.json(), { reportInput: true })
  if (!change.success) return refuseInput(change.error)
  const { needIds: _needs, tierReason: _reason, ...words } = change.data
  Object.assign(order, words)
  return HttpResponse.json(toView(market, order, me))
}

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

function work(world: World) {
  const { me, market, needs } = world
  if (me === undefined) return refuse('auth.required')
  const now = new Date().toISOString()
  const item = (
    kind: WorkItem['kind'],
    subject: WorkItem['subject'],
    title: string,
    since: string,
    dueAt: string | null,
  ) => ({
    ...{ kind, subject, orderId: subject.kind === 'order' ? subject.id : null, title, since, dueAt },
    overdue: dueAt !== null && dueAt <= now,
  })
  const waiting = needs.filter(
    (need) => mayDo(me, 'need.answer') && need.view.state === 'received' && isSeen(world, need, me),
  )
  const drafts = market.orders.filter(
    ({ state, ownerId }) => state === 'draft' && may('order.publish', actorOf(me), organizationOf(market, ownerId)),
  )
  const kindOf = (order: OrderRecord) =>
    order.tier !== 'C' && order.authorId !== me.person.id ? 'order.publish' : 'order.draft'
  const items = [
    ...waiting.map(({ view }) =>
      item('need.respond', { kind: 'need', id: view.id }, view.body, view.receivedAt, view.respondBy),
    ),
    ...drafts.map((order) => item(kindOf(order), { kind: 'order', id: order.id }, order.title, order.stateSince, null)),
  ]
  return HttpResponse.json({ items, total: items.length, asOf: now })
}
