import { http, HttpResponse } from 'msw'
import { tierFitsOwner } from '@dj/shared/build/order/order.rules.ts'
import { BuildOrder, EditOrder, OrderView } from '@dj/shared/build/order/order.schema.ts'
import { may } from '@dj/shared/policy.ts'
import type { SessionView } from '@dj/shared/county/people/session.schema.ts'
import { actorOf } from '../../../county/session/me.ts'
import { newId, type OrderRecord } from '../build/market.ts'
import { toView } from '../build/market.views.ts'
import { refuse, refuseInput } from '../refuse.ts'
import type { World } from '../world.ts'

/** Building and editing orders. */
export const deskHandlers = (world: World) => [
  http.post('*/api/v1/orders', async ({ request }) => build(world, await request.json())),
  http.patch('*/api/v1/orders/:id', async ({ request, params }) => edit(world, String(params['id']), request)),
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
      requesterName: requesterName ?? '',
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
