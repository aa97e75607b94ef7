import { CountyId, OrderId } from '@dj/shared/platform/ids.ts'
import {
  AnswerObjection,
  DecideRetirement,
  NoticeList,
  ObjectionView,
  ProposeRetirement,
  RaiseObjection,
  RetirementId,
  RetirementPage,
  RetirementQuery,
  RetirementView,
  WithdrawRetirement,
} from '@dj/shared/exit/retirement/retirement.schema.ts'
import { z } from 'zod'
import { deviceOf } from '../../platform/http/guard/device.ts'
import { openOperation, operation } from '../../platform/http/spec.ts'
import { decideRetirement } from './decide-retirement.ts'
import { finaliseRetirement, withdrawRetirement } from './finalise-retirement.ts'
import { listNotices } from './list-notices.ts'
import { listRetirementsFor, readRetirement } from './list-retirements.ts'
import { answerObjection, objectToRetirement } from './object-to-retirement.ts'
import { proposeRetirement } from './propose-retirement.ts'

const one = { params: z.strictObject({ id: RetirementId }), tag: 'retirements', reply: RetirementView } as const

export const retirementRoutes = [
  operation(
    {
      operation: 'retirement.list',
      method: 'get',
      path: '/retirements',
      tag: 'retirements',
      summary: '退出清单 · Retirements, kept and searchable for ever',
      query: RetirementQuery,
      reply: RetirementPage,
      refusals: ['request.bad_cursor'],
    },
    ({ deps, actor, query }) => listRetirementsFor(deps, { actor, ...query }),
  ),
  operation(
    {
      ...one,
      operation: 'retirement.read',
      method: 'get',
      path: '/retirements/{id}',
      summary: '退出事项 · One retirement with its evidence and objections',
      refusals: ['not_found'],
    },
    ({ deps, actor, params }) => readRetirement(deps, { actor, id: params.id }),
  ),
  openOperation(
    {
      operation: 'retirement.notices',
      method: 'get',
      path: '/counties/{countyId}/notices',
      tag: 'retirements',
      summary:
        '项目退出公示 · What is on public notice, for everybody; an objection needs an account or a receipt code',
      params: z.strictObject({ countyId: CountyId }),
      reply: NoticeList,
      refusals: ['not_found'],
    },
    ({ deps, params }) => listNotices(deps, params),
  ),
  operation(
    {
      operation: 'retirement.propose',
      method: 'post',
      path: '/orders/{id}/retirements',
      tag: 'retirements',
      summary: '提请退出 · Propose the retirement of an order, with evidence',
      params: z.strictObject({ id: OrderId }),
      body: ProposeRetirement,
      reply: RetirementView,
      status: 201,
      refusals: ['not_found', 'retirement.exists', 'retirement.no_evidence', 'order.not_live'],
    },
    ({ deps, actor, params, body }) => proposeRetirement(deps, { actor, orderId: params.id, ...body }),
  ),
  operation(
    {
      ...one,
      operation: 'retirement.decide',
      method: 'post',
      path: '/retirements/{id}/decision',
      summary: '决定退出 · Approve (the public notice begins) or refuse, by a second person',
      body: DecideRetirement,
      refusals: ['not_found', 'retirement.not_proposed', 'retirement.second_person_needed', 'person.same_hand'],
    },
    ({ deps, actor, params, body }) => decideRetirement(deps, { actor, id: params.id, ...body }),
  ),
  openOperation(
    {
      operation: 'retirement.object',
      method: 'post',
      path: '/retirements/{id}/objections',
      tag: 'retirements',
      summary: '提出异议 · Object during the public notice, signed in or by receipt code',
      params: z.strictObject({ id: RetirementId }),
      body: RaiseObjection,
      reply: ObjectionView,
      status: 201,
      refusals: [
        'auth.required',
        'not_found',
        'receipt.not_requester',
        'receipt.seen_by_doer',
        'receipt.device_saw',
        'retirement.not_on_notice',
      ],
    },
    ({ deps, actor, params, body, request }) =>
      objectToRetirement(deps, { actor, id: params.id, ...body, device: deviceOf({ deps, request }) }),
  ),
  operation(
    {
      ...one,
      operation: 'retirement.answer',
      method: 'post',
      path: '/retirements/{id}/objections/{objectionId}/answer',
      params: z.strictObject({ id: RetirementId, objectionId: z.uuid() }),
      summary: '答复异议 · Answer an objection',
      body: AnswerObjection,
      refusals: ['not_found', 'objection.answered', 'person.same_hand'],
    },
    ({ deps, actor, params, body }) => answerObjection(deps, { actor, ...params, ...body }),
  ),
  operation(
    {
      ...one,
      operation: 'retirement.finalise',
      method: 'post',
      path: '/retirements/{id}/finalisation',
      summary: '最终退出 · Make it final after the notice; unmet needs return to triage',
      body: z.strictObject({}),
      refusals: [
        'not_found',
        'retirement.not_on_notice',
        'retirement.notice_running',
        'retirement.notice_waits',
        'retirement.objections_open',
      ],
    },
    ({ deps, actor, params }) => finaliseRetirement(deps, { actor, id: params.id }),
  ),
  operation(
    {
      ...one,
      operation: 'retirement.withdraw',
      method: 'post',
      path: '/retirements/{id}/withdrawal',
      summary: '撤回退出 · Take it back, after it is final within the undo window',
      body: WithdrawRetirement,
      refusals: ['not_found', 'retirement.not_on_notice', 'retirement.undo_over', 'retirement.rebuilt'],
    },
    ({ deps, actor, params, body }) => withdrawRetirement(deps, { actor, id: params.id, ...body }),
  ),
]
