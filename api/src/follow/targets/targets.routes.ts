import { OrderId } from '@dj/shared/platform/ids.ts'
import {
  AskExcuse,
  DecideExcuse,
  RoundId,
  TargetPage,
  TargetQuery,
  TargetView,
} from '@dj/shared/follow/round/round.schema.ts'
import { z } from 'zod'
import { operation } from '../../platform/http/spec.ts'
import { askExcuse, decideExcuse } from './excuse-target.ts'
import { listTargetsFor } from './list-targets.ts'

const tag = 'rounds'
const one = {
  method: 'post',
  tag,
  params: z.strictObject({ id: RoundId, orderId: OrderId }),
  reply: TargetView,
} as const

export const targetRoutes = [
  operation(
    {
      operation: 'round.targets',
      method: 'get',
      path: '/rounds/{id}/targets',
      tag,
      summary: '检查清单 · Targets of a round; those of the sample to their inspector alone until visited',
      params: z.strictObject({ id: RoundId }),
      query: TargetQuery,
      reply: TargetPage,
      refusals: ['not_found', 'request.bad_cursor'],
    },
    ({ deps, actor, params, query }) => listTargetsFor(deps, { actor, roundId: params.id, ...query }),
  ),
  operation(
    {
      ...one,
      operation: 'round.excuse',
      path: '/rounds/{id}/targets/{orderId}/excuse',
      summary: '申请免检 · Ask to excuse an order from its check',
      body: AskExcuse,
      refusals: ['not_found', 'target.not_waiting', 'round.not_running', 'round.ended'],
    },
    ({ deps, actor, params, body }) => askExcuse(deps, { actor, roundId: params.id, orderId: params.orderId, ...body }),
  ),
  operation(
    {
      ...one,
      operation: 'round.decide_excuse',
      path: '/rounds/{id}/targets/{orderId}/excuse/decision',
      summary: '确认免检 · Decide about it as a second person',
      body: DecideExcuse,
      refusals: [
        'not_found',
        'target.no_excuse_asked',
        'target.second_person_needed',
        'person.same_hand',
        'round.not_running',
        'round.ended',
      ],
    },
    ({ deps, actor, params, body }) =>
      decideExcuse(deps, { actor, roundId: params.id, orderId: params.orderId, ...body }),
  ),
]
