import {
  ChangeParticipants,
  ClaimOrder,
  ClaimPage,
  ClaimQuery,
  ClaimView,
  ConvertClaim,
  DecideClaimRequest,
  DeliverClaim,
  ExtendClaim,
  Participate,
  ProgressView,
  RecallClaim,
  ReleaseClaim,
  ReportProgress,
} from '@dj/shared/claim/claim/claim.schema.ts'
import { MyRecord } from '@dj/shared/claim/claim/record.schema.ts'
import { ClaimId, OrderId } from '@dj/shared/platform/ids.ts'
import { DeliveryView } from '@dj/shared/build/order/order.schema.ts'
import { z } from 'zod'
import { operation } from '../../platform/http/spec.ts'
import { claimOrder } from './claim-order.ts'
import { convertClaim } from './convert-claim.ts'
import { decideClaim } from './decide-claim.ts'
import { deliverClaim } from './deliver-claim.ts'
import { extendClaim } from './extend-claim.ts'
import { listClaims } from './list-claims.ts'
import { changeParticipants } from './change-participants.ts'
import { readRecord } from './read-record.ts'
import { participate } from './participate.ts'
import { recallClaim, releaseClaim } from './release-claim.ts'
import { reportProgress } from './report-progress.ts'

const claim = { params: z.strictObject({ id: ClaimId }), tag: 'claims', method: 'post' } as const
const ofClaim = ['not_found', 'auth.forbidden', 'claim.not_live'] as const

export const claimRoutes = [
  operation(
    {
      operation: 'claim.list',
      method: 'get',
      path: '/claims',
      tag: 'claims',
      summary: '认领清单 · Claims of the county, or mine',
      query: ClaimQuery,
      reply: ClaimPage,
      refusals: ['request.bad_cursor'],
    },
    ({ deps, actor, query }) => listClaims(deps, { actor, ...query }),
  ),
  operation(
    {
      operation: 'claim.record',
      method: 'get',
      path: '/record',
      tag: 'claims',
      summary: '我的记录 · What I have done for others: claims finished, hours, thanks',
      reply: MyRecord,
      refusals: [],
    },
    ({ deps, actor }) => readRecord(deps, { actor }),
  ),
  operation(
    {
      operation: 'claim.take',
      method: 'post',
      path: '/orders/{id}/claims',
      tag: 'claims',
      summary: '认领 · Claim one place, alone or for an organization',
      params: z.strictObject({ id: OrderId }),
      body: ClaimOrder,
      reply: ClaimView,
      status: 201,
      refusals: [
        'organization.closed',
        'not_found',
        'order.not_open',
        'order.no_place_left',
        'order.claim_by_passed',
        'order.due_passed',
        'claim.collective_only',
        'claim.individual_only',
        'claim.members_only',
        'claim.already_yours',
        'claim.limit_reached',
        'claim.you_rated',
        'claim.you_inspect',
        'claim.participant_unknown',
        'claim.participants_need_organization',
        'need.organization_unknown',
      ] as const,
    },
    ({ deps, actor, params, body }) => claimOrder(deps, { actor, orderId: params.id, ...body }),
  ),
  operation(
    {
      ...claim,
      operation: 'claim.decide',
      path: '/claims/{id}/decision',
      summary: '确认认领 · The owner accepts or declines a requested claim',
      body: DecideClaimRequest,
      reply: ClaimView,
      refusals: ['not_found', 'auth.forbidden', 'claim.not_requested', 'order.due_passed', 'person.same_hand'],
    },
    ({ deps, actor, params, body }) => decideClaim(deps, { actor, claimId: params.id, ...body }),
  ),
  operation(
    {
      ...claim,
      operation: 'claim.release',
      path: '/claims/{id}/release',
      summary: '退回认领 · Give the place back',
      body: ReleaseClaim,
      reply: ClaimView,
      refusals: [...ofClaim, 'claim.reason_needed', 'claim.awaiting_answer'],
    },
    ({ deps, actor, params, body }) => releaseClaim(deps, { actor, claimId: params.id, ...body }),
  ),
  operation(
    {
      ...claim,
      operation: 'claim.recall',
      path: '/claims/{id}/recall',
      summary: '代为退回 · Give the place back for somebody whose account is suspended or closed',
      body: RecallClaim,
      reply: ClaimView,
      refusals: [...ofClaim, 'claim.claimant_present', 'claim.awaiting_answer'],
    },
    ({ deps, actor, params, body }) => recallClaim(deps, { actor, claimId: params.id, ...body }),
  ),
  operation(
    {
      ...claim,
      operation: 'claim.extend',
      path: '/claims/{id}/extension',
      summary: '延期 · Extend the term once',
      body: ExtendClaim,
      reply: ClaimView,
      refusals: [
        ...ofClaim,
        'claim.extended_before',
        'claim.past_order_due',
        'claim.awaiting_owner',
        'claim.awaiting_answer',
      ],
    },
    ({ deps, actor, params, body }) => extendClaim(deps, { actor, claimId: params.id, ...body }),
  ),
  operation(
    {
      ...claim,
      operation: 'claim.convert',
      path: '/claims/{id}/conversion',
      summary: '转为集体认领 · Hand a claim over to a group, branch or alliance',
      body: ConvertClaim,
      reply: ClaimView,
      refusals: [
        'organization.closed',
        ...ofClaim,
        'claim.already_collective',
        'claim.individual_only',
        'claim.already_yours',
        'claim.limit_reached',
        'need.organization_unknown',
      ],
    },
    ({ deps, actor, params, body }) => convertClaim(deps, { actor, claimId: params.id, ...body }),
  ),
  operation(
    {
      ...claim,
      operation: 'claim.change_participants',
      path: '/claims/{id}/participants',
      summary: '调整参与人 · Add, replace or drop participants of a collective claim under way',
      body: ChangeParticipants,
      reply: ClaimView,
      refusals: [...ofClaim, 'claim.not_collective', 'claim.participant_unknown'],
    },
    ({ deps, actor, params, body }) => changeParticipants(deps, { actor, claimId: params.id, ...body }),
  ),
  operation(
    {
      ...claim,
      operation: 'claim.participate',
      path: '/claims/{id}/participation',
      summary: '确认参与 · A listed participant confirms or declines',
      body: Participate,
      reply: ClaimView,
      refusals: ['not_found', 'claim.not_listed', 'claim.not_live', 'claim.you_rated'],
    },
    ({ deps, actor, params, body }) => participate(deps, { actor, claimId: params.id, ...body }),
  ),
  operation(
    {
      ...claim,
      operation: 'claim.report',
      path: '/claims/{id}/progress',
      summary: '报告进展 · Report progress with words, hours and photos',
      body: ReportProgress,
      reply: ProgressView,
      status: 201,
      refusals: [
        ...ofClaim,
        'claim.awaiting_owner',
        'claim.awaiting_answer',
        'progress.goes_back',
        'attachment.unknown',
      ],
    },
    ({ deps, actor, params, body }) => reportProgress(deps, { actor, claimId: params.id, ...body }),
  ),
  operation(
    {
      ...claim,
      operation: 'claim.deliver',
      path: '/claims/{id}/deliveries',
      summary: '办结提交 · Say it is done; the requester is asked',
      body: DeliverClaim,
      reply: DeliveryView,
      status: 201,
      refusals: [...ofClaim, 'claim.awaiting_owner', 'claim.awaiting_answer', 'attachment.unknown'],
    },
    ({ deps, actor, params, body }) => deliverClaim(deps, { actor, claimId: params.id, ...body }),
  ),
]
