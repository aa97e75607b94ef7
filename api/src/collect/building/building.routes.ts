import { OrderId } from '@dj/shared/platform/ids.ts'
import { BuildOrder, DiscardOrder, EditOrder, OrderView } from '@dj/shared/build/order/order.schema.ts'
import { z } from 'zod'
import { operation } from '../../platform/http/spec.ts'
import { buildOrder } from './build-order.ts'
import { discardOrder } from './discard-order.ts'
import { editOrder } from './edit-order.ts'
import { secondOrder } from './second-order.ts'

const one = { params: z.strictObject({ id: OrderId }), tag: 'orders' } as const

/** Where voices become orders: an order knows nothing of the needs behind it, these acts do. */
export const buildingRoutes = [
  operation(
    {
      operation: 'order.build',
      method: 'post',
      path: '/orders',
      tag: 'orders',
      summary: '建单 · Build a draft order from needs',
      body: BuildOrder,
      reply: OrderView,
      status: 201,
      costs: 'record',
      refusals: [
        'organization.closed',
        'need.organization_unknown',
        'order.tier_owner_mismatch',
        'order.date_passed',
        'order.due_before_claim_by',
        'need.category_unknown',
        'order.need_not_available',
      ] as const,
    },
    ({ deps, actor, body }) => buildOrder(deps, { actor, ...body }),
  ),
  operation(
    {
      ...one,
      operation: 'order.edit',
      method: 'patch',
      path: '/orders/{id}',
      summary: '修改 · Edit a draft, or what no claimant relies on',
      body: EditOrder,
      reply: OrderView,
      versioned: true,
      refusals: [
        'not_found',
        'order.not_live',
        'order.fixed_once_published',
        'order.date_passed',
        'order.due_before_claim_by',
        'order.due_relied_on',
        'order.places_taken',
        'order.need_not_available',
        'need.category_unknown',
      ] as const,
    },
    ({ deps, actor, params, body, version }) => editOrder(deps, { actor, orderId: params.id, version, change: body }),
  ),
  operation(
    {
      ...one,
      operation: 'order.second',
      method: 'post',
      path: '/orders/{id}/seconds',
      summary: '附议 · We need this too',
      body: z.strictObject({}),
      reply: OrderView,
      status: 201,
      refusals: ['not_found', 'second.already', 'order.not_live'],
    },
    ({ deps, actor, params }) => secondOrder(deps, { actor, orderId: params.id }),
  ),
  operation(
    {
      ...one,
      operation: 'order.discard',
      method: 'post',
      path: '/orders/{id}/discard',
      summary: '作废草稿 · Discard a draft; its needs wait again',
      body: DiscardOrder,
      reply: OrderView,
      refusals: ['not_found', 'order.not_draft'],
    },
    ({ deps, actor, params, body }) => discardOrder(deps, { actor, orderId: params.id, ...body }),
  ),
]
