import { FindingView, InspectionList, SaveDraft, SubmitFinding } from '@dj/shared/follow/finding/finding.schema.ts'
import { EnterSlips, SlipReport } from '@dj/shared/follow/finding/slip.schema.ts'
import { NeedId, OrderId } from '@dj/shared/platform/ids.ts'
import { ContactView, RevealContact } from '@dj/shared/collect/need/need.schema.ts'
import { RoundId } from '@dj/shared/follow/round/round.schema.ts'
import { z } from 'zod'
import { deviceOf } from '../../platform/http/guard/device.ts'
import { operation } from '../../platform/http/spec.ts'
import { enterSlips } from './enter-slips.ts'
import { listFindings } from './list-findings.ts'
import { listOwnInspections } from './list-inspections.ts'
import { revealCallee } from './reveal-callee.ts'
import { saveDraft } from './save-draft.ts'
import { submitFinding } from './submit-finding.ts'

const tag = 'findings'
const visit = z.strictObject({ roundId: RoundId, orderId: OrderId })
const written = [
  'inspection.not_assigned',
  'finding.final_already',
  'request.stale_version',
  'attachment.unknown',
] as const

export const findingRoutes = [
  operation(
    {
      operation: 'inspection.list',
      method: 'get',
      path: '/inspections',
      tag,
      summary: '我的检查任务 · What I am to check, with all that is needed offline',
      reply: InspectionList,
      refusals: [],
    },
    ({ deps, actor }) => listOwnInspections(deps, actor),
  ),
  operation(
    {
      operation: 'inspection.reveal_contact',
      method: 'post',
      path: '/inspections/{roundId}/{orderId}/needs/{needId}/contact',
      tag,
      summary: '查看回访电话 · Whom the inspector is to call back; each look is logged',
      params: visit.extend({ needId: NeedId }),
      body: RevealContact,
      reply: ContactView,
      // As of every contact: nothing is kept under an Idempotency-Key, and asking again is one more look.
      repeatable: true,
      confirmed: true,
      refusals: ['not_found', 'inspection.not_assigned', 'inspection.no_call_due'],
    },
    ({ deps, actor, params, body, request }) =>
      revealCallee(deps, { actor, ...params, ...body, device: deviceOf({ deps, request }) }),
  ),
  operation(
    {
      operation: 'finding.save',
      method: 'put',
      path: '/inspections/{roundId}/{orderId}/draft',
      tag,
      summary: '保存检查草稿 · Keep a draft; a stale one is refused and nothing is overwritten',
      params: visit,
      body: SaveDraft,
      reply: FindingView,
      refusals: [...written],
    },
    ({ deps, actor, params, body }) => saveDraft(deps, { actor, ...params, ...body }),
  ),
  operation(
    {
      operation: 'finding.submit',
      method: 'post',
      path: '/inspections/{roundId}/{orderId}/finding',
      tag,
      summary: '提交检查结论 · Make a finding final, once however often it is sent',
      params: visit,
      body: SubmitFinding,
      reply: FindingView,
      status: 201,
      refusals: [
        ...written,
        'inspection.conflict',
        'round.not_running',
        'round.ended',
        'checklist.unknown_version',
        'checklist.unknown_item',
        'finding.item_missing',
        'finding.item_wrong',
        'finding.evidence_missing',
        'finding.call_back_missing',
        'finding.verdict_mismatch',
      ],
    },
    ({ deps, actor: { countyId, personId }, params, body }) =>
      submitFinding(deps, { ...params, ...body, countyId, inspectorId: personId, by: personId }),
  ),
  operation(
    {
      operation: 'finding.enter_slip',
      method: 'post',
      path: '/rounds/{id}/slips',
      tag,
      summary: '补录纸质检查单 · Type in paper slips for their inspectors; each is answered on its own',
      params: z.strictObject({ id: RoundId }),
      body: EnterSlips,
      reply: SlipReport,
      // Each finding has its own id and is stored once, however often the batch is sent.
      repeatable: true,
      refusals: [],
    },
    ({ deps, actor, params, body, language }) => enterSlips(deps, { actor, roundId: params.id, language, ...body }),
  ),
  operation(
    {
      operation: 'finding.list',
      method: 'get',
      path: '/orders/{id}/findings',
      tag,
      summary: '检查结论 · What was found on an order; drafts never',
      params: z.strictObject({ id: OrderId }),
      reply: z.object({ items: z.array(FindingView) }),
      refusals: [],
    },
    ({ deps, actor, params }) => listFindings(deps, { actor, orderId: params.id }),
  ),
]
