import {
  MessagePage,
  MessagePosted,
  PostByReceipt,
  ReceiptMessagesBefore,
  ShareContact,
} from '@dj/shared/claim/talk/talk.schema.ts'
import { ReceiptCode } from '@dj/shared/claim/delivery/delivery.schema.ts'
import { z } from 'zod'
import { receiptHash } from '../../collect/voices/receipt-code.ts'
import { receiptGuesses } from '../../collect/voices/receipt-guesses.ts'
import { deviceOf } from '../../platform/http/guard/device.ts'
import { type Input, openOperation, type Spec } from '../../platform/http/spec.ts'
import type { Actor } from '@dj/shared/policy.ts'
import { postByReceipt } from './post-message.ts'
import { ReopenNeed } from '@dj/shared/collect/need/need.schema.ts'
import { reopenByReceipt } from '../requester/reopen-by-receipt.ts'
import { earlierByReceipt } from './read-messages.ts'
import type { ByReceipt } from './requester-standing.ts'
import { shareByReceipt } from './share-contact.ts'

const one = { params: z.strictObject({ code: ReceiptCode }), tag: 'talks' } as const
const ofCode = ['receipt.unknown', 'receipt.not_requester', 'receipt.seen_by_doer', 'receipt.device_saw'] as const

type Asked = Pick<Input<Spec>, 'deps' | 'request' | 'peer'> & { params: { code: string }; actor: Actor | null }

/** Does it for the requester behind the code; guesses are counted. */
function withCode<T>(asked: Asked, work: (using: ByReceipt) => Promise<T>): Promise<T> {
  const { code } = asked.params
  return receiptGuesses.letCode(code, asked, () =>
    work({ code, receiptHash: receiptHash(asked.deps, code), actor: asked.actor, device: deviceOf(asked) }),
  )
}

/** What a requester does without an account. */
export const receiptTalkRoutes = [
  openOperation(
    {
      operation: 'talk.post_by_receipt',
      method: 'post',
      path: '/receipts/{code}/messages',
      summary: '凭回执码留言 · Say something as the requester, by receipt code',
      ...one,
      body: PostByReceipt,
      reply: MessagePosted,
      status: 201,
      refusals: [...ofCode, 'not_found', 'talk.closed', 'rate_limited'],
    },
    (input) => withCode(input, (using) => postByReceipt(input.deps, { ...using, ...input.body })),
  ),
  openOperation(
    {
      operation: 'need.reopen_by_receipt',
      method: 'post',
      path: '/receipts/{code}/reopen',
      summary: '凭回执码申请重办 · Ask for a second look, once, by receipt code',
      ...one,
      tag: 'receipts',
      body: ReopenNeed,
      reply: null,
      status: 204,
      refusals: [...ofCode, 'need.not_settled', 'need.reopened_before', 'rate_limited'],
    },
    (input) => withCode(input, (using) => reopenByReceipt(input.deps, { ...using, ...input.body })),
  ),
  openOperation(
    {
      operation: 'talk.earlier_by_receipt',
      method: 'get',
      path: '/receipts/{code}/messages',
      summary: '凭回执码看更早的留言 · What was said before a message, by receipt code',
      ...one,
      query: ReceiptMessagesBefore,
      reply: MessagePage,
      refusals: [...ofCode, 'not_found', 'rate_limited'],
    },
    (input) => withCode(input, (using) => earlierByReceipt(input.deps, { ...using, ...input.query })),
  ),
  openOperation(
    {
      operation: 'talk.share_by_receipt',
      method: 'put',
      path: '/receipts/{code}/contact-consent',
      summary: '凭回执码同意或收回告知联系方式 · Let those who do the work call, or take it back, by receipt code',
      ...one,
      body: ShareContact,
      reply: null,
      status: 204,
      refusals: [...ofCode, 'rate_limited'],
    },
    (input) => withCode(input, (using) => shareByReceipt(input.deps, { ...using, ...input.body })),
  ),
]
