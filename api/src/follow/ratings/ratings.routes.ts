import { OrderId } from '@dj/shared/platform/ids.ts'
import { RateOrder, RatingView } from '@dj/shared/follow/rating/rating.schema.ts'
import { z } from 'zod'
import { FlagId, FlagList, FlagQuery, FlagView, JudgeFlag } from '@dj/shared/follow/rating/flag.schema.ts'
import { openOperation, operation } from '../../platform/http/spec.ts'
import { receiptGuesses } from '../../collect/voices/receipt-guesses.ts'
import { deviceOf, traceOf } from '../../platform/http/guard/device.ts'
import { judgeFlag } from './judge-flag.ts'
import { listFlags } from './list-flags.ts'
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
      refusals: [
        'auth.required',
        'not_found',
        'rate_limited',
        'receipt.not_requester',
        'receipt.seen_by_doer',
        'receipt.device_saw',
        'auth.forbidden',
        'rating.nothing_delivered',
        'rating.own_work',
        'rating.not_entitled',
        'rating.entered_by_handler',
        'rating.need_missing',
        'rating.quarter_closed',
        'appeal.exists',
        'order.not_live',
      ],
    },
    (input) => {
      const { deps, actor, params, body } = input
      return receiptGuesses.letCode(body.receiptCode, input, () =>
        rateOrder(deps, { actor, orderId: params.id, ...body, device: deviceOf(input), trace: traceOf(input) }),
      )
    },
  ),
  operation(
    {
      operation: 'flag.list',
      method: 'get',
      path: '/flags',
      tag: 'ratings',
      summary: '评价异常提示 · Suspicious patterns for a human to look at; nothing follows by itself',
      query: FlagQuery,
      reply: FlagList,
      refusals: [],
    },
    ({ deps, actor, query }) => listFlags(deps, { actor, ...query }),
  ),
  operation(
    {
      operation: 'flag.judge',
      method: 'post',
      path: '/flags/{id}/judgement',
      tag: 'ratings',
      summary: '查看评价异常提示 · Say what a pattern is, having looked at it; the ratings stay as they are',
      params: z.strictObject({ id: FlagId }),
      body: JudgeFlag,
      reply: FlagView,
      status: 201,
      refusals: ['not_found', 'flag.own_rating', 'flag.own_look', 'flag.grown'],
    },
    ({ deps, actor, params, body }) => judgeFlag(deps, { actor, flagId: params.id, ...body }),
  ),
]
