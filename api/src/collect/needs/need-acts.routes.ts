import { NeedId } from '@dj/shared/platform/ids.ts'
import { ReceiverList, HandOverNeed, AnswerHandover } from '@dj/shared/collect/need/handover.schema.ts'
import {
  AnswerNeed,
  ContactView,
  DeclineNeed,
  MergeNeed,
  NeedView,
  ReleaseWords,
  ReopenNeed,
  RevealContact,
} from '@dj/shared/collect/need/need.schema.ts'
import { z } from 'zod'
import { deviceOf } from '../../platform/http/guard/device.ts'
import { operation } from '../../platform/http/spec.ts'
import { mergeNeed } from './merge-need.ts'
import { releaseWords } from './release-words.ts'
import { answerHandover, handOver, listReceivers, recallHandover } from './hand-over.ts'
import { reopenNeed } from './reopen-need.ts'
import { respondToNeed } from './respond-to-need.ts'
import { revealContact } from './reveal-contact.ts'
import { secondNeed } from './second-need.ts'
import { unmergeNeed } from './unmerge-need.ts'

const one = { params: z.strictObject({ id: NeedId }), tag: 'needs' } as const
const unsettled = ['not_found', 'need.not_open', 'need.merged'] as const

/** What can be done with one need. */
export const needActRoutes = [
  operation(
    {
      operation: 'need.second',
      method: 'post',
      path: '/needs/{id}/seconds',
      summary: '附议 · Second a need',
      ...one,
      body: z.strictObject({}),
      reply: NeedView,
      status: 201,
      refusals: [...unsettled, 'need.own', 'second.already'],
    },
    ({ deps, actor, params }) => secondNeed(deps, { actor, needId: params.id }),
  ),
  operation(
    {
      operation: 'need.answer',
      method: 'post',
      path: '/needs/{id}/answer',
      summary: '答复需求 · Answer a need',
      ...one,
      body: AnswerNeed,
      reply: NeedView,
      refusals: unsettled,
    },
    ({ deps, actor, params, body }) => respondToNeed(deps, { actor, needId: params.id, ...body }),
  ),
  operation(
    {
      operation: 'need.decline',
      method: 'post',
      path: '/needs/{id}/decline',
      summary: '不予办理并说明理由 · Decline a need with the reason',
      ...one,
      body: DeclineNeed,
      reply: NeedView,
      refusals: unsettled,
    },
    ({ deps, actor, params, body }) => respondToNeed(deps, { actor, needId: params.id, ...body }),
  ),
  operation(
    {
      operation: 'need.reopen',
      method: 'post',
      path: '/needs/{id}/reopen',
      summary: '申请重办 · Ask for a second look, once',
      ...one,
      body: ReopenNeed,
      reply: NeedView,
      refusals: ['not_found', 'need.not_requester', 'need.not_settled', 'need.reopened_before'],
    },
    ({ deps, actor, params, body }) => reopenNeed(deps, { actor, needId: params.id, ...body }),
  ),
  operation(
    {
      operation: 'need.receivers',
      method: 'get',
      path: '/needs/{id}/receivers',
      summary: '可移交的承办人 · Who may take a need over',
      ...one,
      reply: ReceiverList,
      refusals: ['not_found'],
    },
    ({ deps, actor, params }) => listReceivers(deps, { actor, needId: params.id }),
  ),
  operation(
    {
      operation: 'need.hand_over',
      method: 'post',
      path: '/needs/{id}/handover',
      summary: '移交承办 · Ask somebody to take a need over; the holder stays until they accept',
      ...one,
      body: HandOverNeed,
      reply: NeedView,
      refusals: [...unsettled, 'need.receiver_unfit'],
    },
    ({ deps, actor, params, body }) => handOver(deps, { actor, needId: params.id, ...body }),
  ),
  operation(
    {
      operation: 'need.recall',
      method: 'post',
      path: '/needs/{id}/handover/recall',
      summary: '收回移交 · Take the offer back',
      ...one,
      body: z.strictObject({}),
      reply: NeedView,
      refusals: ['not_found', 'need.not_handed_over'],
    },
    ({ deps, actor, params }) => recallHandover(deps, { actor, needId: params.id }),
  ),
  operation(
    {
      operation: 'need.take_over',
      method: 'post',
      path: '/needs/{id}/handover/answer',
      summary: '接收或退回移交 · Accept the handover, or decline it with a reason',
      ...one,
      body: AnswerHandover,
      reply: NeedView,
      refusals: ['not_found', 'need.not_handed_over'],
    },
    ({ deps, actor, params, body }) => answerHandover(deps, { actor, needId: params.id, ...body }),
  ),
  operation(
    {
      operation: 'need.merge',
      method: 'post',
      path: '/needs/{id}/merge',
      summary: '合并需求 · Treat a need together with another',
      ...one,
      body: MergeNeed,
      reply: NeedView,
      refusals: [...unsettled, 'need.has_voices', 'need.merge_into_itself'],
    },
    ({ deps, actor, params, body }) => mergeNeed(deps, { actor, needId: params.id, ...body }),
  ),
  operation(
    {
      operation: 'need.unmerge',
      method: 'post',
      path: '/needs/{id}/unmerge',
      summary: '撤销合并 · Undo a merge',
      ...one,
      body: z.strictObject({}),
      reply: NeedView,
      refusals: ['not_found', 'need.not_merged'],
    },
    ({ deps, actor, params }) => unmergeNeed(deps, { actor, needId: params.id }),
  ),
  operation(
    {
      operation: 'need.release_words',
      method: 'post',
      path: '/needs/{id}/released-words',
      summary: '核改给承办人看的原话 · Put right what those who take the work on read',
      ...one,
      body: ReleaseWords,
      reply: NeedView,
      // Nothing of it is kept under an Idempotency-Key; the second click finds other words and is refused.
      repeatable: true,
      refusals: ['not_found', 'request.stale_version'],
    },
    ({ deps, actor, params, body }) => releaseWords(deps, { actor, needId: params.id, ...body }),
  ),
  operation(
    {
      operation: 'need.reveal_contact',
      method: 'post',
      path: '/needs/{id}/contact',
      summary: '查看联系方式 · Whom to call; each look is logged',
      ...one,
      body: RevealContact,
      reply: ContactView,
      // Nothing of a contact is kept under an Idempotency-Key; asking again is one more look, and logged as such.
      repeatable: true,
      confirmed: true,
      refusals: ['not_found'],
    },
    ({ deps, actor, params, body, request }) =>
      revealContact(deps, { actor, needId: params.id, ...body, device: deviceOf({ deps, request }) }),
  ),
]
