import { OrderId } from '@dj/shared/ids.ts'
import { RateOrder, RatingView } from '@dj/shared/rating/rating.schema.ts'
import { z } from 'zod'
import { openOperation } from '../http/spec.ts'
import { rateOrder } from './rate-order.ts'

export const ratingRoutes = [
  openOperation(
    {
      operation: 'order.rate',
      method: 'post',
      path: '/orders/{id}/ratings',
      tag: 'ratings',
      summary: '评价 · Rate a delivered order in three dimensions',
      params: z.strictObject({ id: OrderId }),
      body: RateOrder,
      reply: RatingView,
      status: 201,
      refusals: ['not_found', 'rating.nothing_delivered', 'rating.own_work', 'rating.not_entitled', 'order.not_live'],
    },
    ({ deps, actor, params, body }) => rateOrder(deps, { actor, orderId: params.id, ...body }),
  ),
]
