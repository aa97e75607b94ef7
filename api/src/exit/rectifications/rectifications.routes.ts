import {
  AnswerItem,
  ExtendRectification,
  NameResponsible,
  RectificationId,
  RectificationPage,
  RectificationQuery,
  RectificationView,
  Reinspect,
} from '@dj/shared/exit/rectification/rectification.schema.ts'
import { z } from 'zod'
import { operation } from '../../platform/http/spec.ts'
import { listNotices, readNotice } from './list-rectifications.ts'
import { nudgeRectification } from './nudge-rectification.ts'
import { reinspect } from './reinspect.ts'
import { answerItem, extendRectification, nameResponsible, submitRectification } from './work-on-rectification.ts'

const one = {
  params: z.strictObject({ id: RectificationId }),
  tag: 'rectifications',
  reply: RectificationView,
} as const
const work = ['not_found', 'auth.forbidden', 'rectification.not_open'] as const

export const rectificationRoutes = [
  operation(
    {
      operation: 'rectification.list',
      method: 'get',
      path: '/rectifications',
      tag: 'rectifications',
      summary: '整改清单 · Rectification notices of the county, or mine',
      query: RectificationQuery,
      reply: RectificationPage,
      refusals: ['request.bad_cursor'],
    },
    ({ deps, actor, query }) => listNotices(deps, { actor, ...query }),
  ),
  operation(
    {
      ...one,
      operation: 'rectification.read',
      method: 'get',
      path: '/rectifications/{id}',
      summary: '整改通知 · One notice with its items',
      refusals: ['not_found'],
    },
    ({ deps, actor, params }) => readNotice(deps, { actor, id: params.id }),
  ),
  operation(
    {
      ...one,
      operation: 'rectification.answer_item',
      method: 'post',
      path: '/rectifications/{id}/items',
      summary: '逐项整改 · Say what was done about one item',
      body: AnswerItem,
      refusals: [...work, 'attachment.unknown'],
    },
    ({ deps, actor, params, body }) => answerItem(deps, { actor, id: params.id, ...body }),
  ),
  operation(
    {
      ...one,
      operation: 'rectification.name_responsible',
      method: 'post',
      path: '/rectifications/{id}/responsible',
      summary: '明确责任人 · Name who answers for it',
      body: NameResponsible,
      refusals: [...work, 'claim.participant_unknown'],
    },
    ({ deps, actor, params, body }) => nameResponsible(deps, { actor, id: params.id, ...body }),
  ),
  operation(
    {
      ...one,
      operation: 'rectification.extend',
      method: 'post',
      path: '/rectifications/{id}/extension',
      summary: '整改延期 · Extend the deadline once',
      body: ExtendRectification,
      refusals: [...work, 'rectification.extended_before'],
    },
    ({ deps, actor, params, body }) => extendRectification(deps, { actor, id: params.id, ...body }),
  ),
  operation(
    {
      ...one,
      operation: 'rectification.submit',
      method: 'post',
      path: '/rectifications/{id}/submission',
      summary: '提交整改 · Submit for re-inspection',
      body: z.strictObject({}),
      refusals: [...work, 'rectification.items_missing'],
    },
    ({ deps, actor, params }) => submitRectification(deps, { actor, id: params.id }),
  ),
  operation(
    {
      ...one,
      operation: 'rectification.nudge',
      method: 'post',
      path: '/rectifications/{id}/nudges',
      summary: '一键催办 · Call whoever answers for it, once a day',
      body: z.strictObject({}),
      refusals: [...work, 'rectification.nudged_today'],
    },
    ({ deps, actor, params }) => nudgeRectification(deps, { actor, id: params.id }),
  ),
  operation(
    {
      ...one,
      operation: 'rectification.reinspect',
      method: 'post',
      path: '/rectifications/{id}/reinspection',
      summary: '复查 · Re-inspect, by another inspector',
      body: Reinspect,
      refusals: [
        'not_found',
        'rectification.not_submitted',
        'rectification.same_inspector',
        'person.same_hand',
        'inspection.conflict',
        'attachment.unknown',
      ],
    },
    ({ deps, actor, params, body }) => reinspect(deps, { actor, id: params.id, ...body }),
  ),
]
