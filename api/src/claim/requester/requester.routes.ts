import { ReceiptReplaced, ReplaceReceipt } from '@dj/shared/collect/need/need.schema.ts'
import { NeedId } from '@dj/shared/platform/ids.ts'
import { z } from 'zod'
import { deviceOf } from '../../platform/http/guard/device.ts'
import { operation } from '../../platform/http/spec.ts'
import { replaceReceipt } from './replace-receipt.ts'

export const requesterRoutes = [
  operation(
    {
      operation: 'need.replace_receipt',
      method: 'post',
      path: '/needs/{id}/receipt-code',
      tag: 'needs',
      summary: '补发回执码 · A new receipt code for a lost one, shown this once',
      params: z.strictObject({ id: NeedId }),
      body: ReplaceReceipt,
      reply: ReceiptReplaced,
      // No code is kept under an Idempotency-Key; asking again makes one more, and the one before is dead.
      repeatable: true,
      refusals: ['not_found', 'receipt.for_neutral'],
    },
    ({ deps, actor, params, body, request }) =>
      replaceReceipt(deps, { actor, needId: params.id, ...body, device: deviceOf({ deps, request }) }),
  ),
]
