import { OrderId } from '@dj/shared/platform/ids.ts'
import {
  EventPage,
  LibrariesQuery,
  LibrariesView,
  OrderPage,
  OrderQuery,
  OrderView,
  PublishOrder,
} from '@dj/shared/build/order/order.schema.ts'
import { Page } from '@dj/shared/platform/text.schema.ts'
import { z } from 'zod'
import { operation } from '../../platform/http/spec.ts'
import { listLibraries } from './list-libraries.ts'
import { listOrderEvents } from './list-events.ts'
import { listOrders } from './list-orders.ts'
import { publishOrder } from './publish-order.ts'
import { unpublishOrder } from './unpublish-order.ts'
import { readOrder } from './read-order.ts'

const one = { params: z.strictObject({ id: OrderId }), tag: 'orders' } as const

export const orderRoutes = [
  operation(
    {
      operation: 'order.list',
      method: 'get',
      path: '/orders',
      tag: 'orders',
      summary: '需求库 · Orders of the libraries, filtered and searched',
      query: OrderQuery,
      reply: OrderPage,
      refusals: ['request.bad_cursor', 'search.too_short'],
    },
    ({ deps, actor, query }) => listOrders(deps, { actor, ...query }),
  ),
  operation(
    {
      operation: 'library.list',
      method: 'get',
      path: '/libraries',
      tag: 'orders',
      summary: '各级需求库概况 · One row of figures per library',
      query: LibrariesQuery,
      reply: LibrariesView,
      refusals: [],
    },
    ({ deps, actor, query }) => listLibraries(deps, { actor, ...query }),
  ),
  operation(
    {
      ...one,
      operation: 'order.read',
      method: 'get',
      path: '/orders/{id}',
      summary: '需求项目 · One order with its claims, deliveries and ratings',
      reply: OrderView,
      refusals: ['not_found'],
    },
    ({ deps, actor, params }) => readOrder(deps, { actor, orderId: params.id }),
  ),
  operation(
    {
      ...one,
      operation: 'order.publish',
      method: 'post',
      path: '/orders/{id}/publish',
      summary: '发布 · Publish a draft; A and B by a second person',
      body: PublishOrder,
      reply: OrderView,
      refusals: ['not_found', 'order.not_draft', 'order.second_person_needed', 'order.date_passed', 'person.same_hand'],
    },
    ({ deps, actor, params }) => publishOrder(deps, { actor, orderId: params.id }),
  ),
  operation(
    {
      ...one,
      operation: 'order.unpublish',
      method: 'post',
      path: '/orders/{id}/unpublish',
      summary: '撤回发布 · Take a publication back, within minutes and before anybody claimed it',
      body: PublishOrder,
      reply: OrderView,
      refusals: ['not_found', 'order.undo_over'],
    },
    ({ deps, actor, params }) => unpublishOrder(deps, { actor, orderId: params.id }),
  ),
  operation(
    {
      ...one,
      operation: 'order.events',
      method: 'get',
      path: '/orders/{id}/events',
      summary: '办理过程 · The timeline of an order, oldest first',
      query: z.strictObject(Page),
      reply: EventPage,
      refusals: ['not_found', 'request.bad_cursor'],
    },
    ({ deps, actor, params, query }) => listOrderEvents(deps, { actor, orderId: params.id, ...query }),
  ),
]
