import {
  AppealId,
  AppealPage,
  AppealQuery,
  AppealSubjects,
  AppealView,
  DecideAppeal,
  FileAppeal,
} from '@dj/shared/follow/appeal/appeal.schema.ts'
import { OrderId } from '@dj/shared/platform/ids.ts'
import { z } from 'zod'
import { operation } from '../../platform/http/spec.ts'
import { decideAppeal } from './decide-appeal.ts'
import { fileAppeal } from './file-appeal.ts'
import { listOwnAppeals } from './list-appeals.ts'
import { listSubjects } from './list-subjects.ts'

const tag = 'appeals'

export const appealRoutes = [
  operation(
    {
      operation: 'appeal.list',
      method: 'get',
      path: '/appeals',
      tag,
      summary: '申诉 · Appeals that concern me',
      query: AppealQuery,
      reply: AppealPage,
      refusals: [],
    },
    ({ deps, actor, query }) => listOwnAppeals(deps, { actor, ...query }),
  ),
  operation(
    {
      operation: 'appeal.subjects',
      method: 'get',
      path: '/orders/{id}/appealable',
      tag,
      summary:
        '可申诉的评价和检查结论 · Ratings and findings on an order, with the time left to appeal: for those concerned, to others their own',
      params: z.strictObject({ id: OrderId }),
      reply: AppealSubjects,
      refusals: ['not_found'],
    },
    ({ deps, actor, params }) => listSubjects(deps, { actor, orderId: params.id }),
  ),
  operation(
    {
      operation: 'appeal.file',
      method: 'post',
      path: '/appeals',
      tag,
      summary: '提出申诉 · Appeal against a rating or a finding',
      body: FileAppeal,
      reply: AppealView,
      status: 201,
      refusals: ['not_found', 'appeal.not_concerned', 'appeal.too_late', 'appeal.exists'],
    },
    ({ deps, actor, body }) => fileAppeal(deps, { actor, ...body }),
  ),
  operation(
    {
      operation: 'appeal.decide',
      method: 'post',
      path: '/appeals/{id}/decision',
      tag,
      summary: '裁定申诉 · Keep or change what was appealed against, as a third body',
      params: z.strictObject({ id: AppealId }),
      body: DecideAppeal,
      reply: AppealView,
      refusals: [
        'appeal.decided',
        'appeal.not_third',
        'person.same_hand',
        'appeal.nothing_changed',
        'finding.verdict_mismatch',
      ],
    },
    ({ deps, actor, params, body }) => decideAppeal(deps, { actor, appealId: params.id, ...body }),
  ),
]
