import {
  MessagePage,
  MessagePosted,
  MessagesBefore,
  PostMessage,
  ReadMessages,
  ShareContact,
  TalkList,
  TalkReveal,
} from '@dj/shared/claim/talk/talk.schema.ts'
import { ContactView } from '@dj/shared/collect/need/need.schema.ts'
import { ClaimId, NeedId, OrderId } from '@dj/shared/platform/ids.ts'
import { z } from 'zod'
import { deviceOf } from '../../platform/http/guard/device.ts'
import { operation } from '../../platform/http/spec.ts'
import { listTalks } from './list-talks.ts'
import { postMessage } from './post-message.ts'
import { earlierMessages, readMessages } from './read-messages.ts'
import { revealInTalk } from './reveal-in-talk.ts'
import { shareContact } from './share-contact.ts'

const tag = 'talks'
const one = { params: z.strictObject({ claimId: ClaimId, needId: NeedId }), tag } as const

export const talkRoutes = [
  operation(
    {
      operation: 'talk.list',
      method: 'get',
      path: '/orders/{id}/talks',
      tag,
      summary: '沟通 · What those who took the order on are told, and the conversations I take part in',
      params: z.strictObject({ id: OrderId }),
      reply: TalkList,
      refusals: ['not_found'],
    },
    ({ deps, actor, params }) => listTalks(deps, { actor, orderId: params.id }),
  ),
  operation(
    {
      operation: 'talk.post',
      method: 'post',
      path: '/claims/{claimId}/needs/{needId}/messages',
      summary: '留言 · Say something in a conversation',
      ...one,
      body: PostMessage,
      reply: MessagePosted,
      status: 201,
      refusals: ['not_found', 'talk.closed', 'rate_limited'],
    },
    ({ deps, actor, params, body }) => postMessage(deps, { actor, ...params, ...body }),
  ),
  operation(
    {
      operation: 'talk.earlier',
      method: 'get',
      path: '/claims/{claimId}/needs/{needId}/messages',
      summary: '更早的留言 · What was said before a message',
      ...one,
      query: MessagesBefore,
      reply: MessagePage,
      refusals: ['not_found'],
    },
    ({ deps, actor, params, query }) => earlierMessages(deps, { actor, ...params, ...query }),
  ),
  operation(
    {
      operation: 'talk.read',
      method: 'post',
      path: '/claims/{claimId}/needs/{needId}/messages/read',
      summary: '已读 · Everything up to this message was seen',
      ...one,
      body: ReadMessages,
      reply: null,
      status: 204,
      repeatable: true,
      refusals: ['not_found'],
    },
    ({ deps, actor, params, body }) => readMessages(deps, { actor, ...params, ...body }),
  ),
  operation(
    {
      operation: 'talk.reveal_contact',
      method: 'post',
      path: '/claims/{claimId}/needs/{needId}/contact',
      summary: '查看提出人联系方式 · Whom to call, by the requester’s consent; each look is logged',
      ...one,
      body: TalkReveal,
      reply: ContactView,
      repeatable: true,
      confirmed: true,
      refusals: ['not_found', 'talk.closed', 'talk.no_consent'],
    },
    ({ deps, actor, params, body, request }) =>
      revealInTalk(deps, { actor, ...params, ...body, device: deviceOf({ deps, request }) }),
  ),
  operation(
    {
      operation: 'talk.share_contact',
      method: 'put',
      path: '/needs/{id}/contact-consent',
      tag,
      summary: '同意或收回告知联系方式 · The requester lets those who do the work call, or takes it back',
      params: z.strictObject({ id: NeedId }),
      body: ShareContact,
      reply: null,
      status: 204,
      refusals: ['not_found'],
    },
    ({ deps, actor, params, body }) => shareContact(deps, { actor, needId: params.id, ...body }),
  ),
]
