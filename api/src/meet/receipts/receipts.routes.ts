import { ReceiptCode } from '@dj/shared/claim/delivery/delivery.schema.ts'
import { ReceiptView } from '@dj/shared/meet/receipt/receipt.schema.ts'
import { z } from 'zod'
import { deviceOf } from '../../platform/http/guard/device.ts'
import { openOperation } from '../../platform/http/spec.ts'
import { receiptHash } from '../../collect/voices/receipt-code.ts'
import { receiptGuesses } from '../../collect/voices/receipt-guesses.ts'
import { readReceipt } from './read-receipt.ts'

export const receiptRoutes = [
  openOperation(
    {
      operation: 'receipt.read',
      method: 'get',
      path: '/receipts/{code}',
      tag: 'receipts',
      summary: '凭回执码查询 · Follow a need by its receipt code',
      params: z.strictObject({ code: ReceiptCode }),
      reply: ReceiptView,
      refusals: ['receipt.unknown', 'rate_limited'],
    },
    (input) =>
      receiptGuesses.letCode(input.params.code, input, () =>
        readReceipt(input.deps, {
          ...input.params,
          receiptHash: receiptHash(input.deps, input.params.code),
          actor: input.actor,
          device: deviceOf(input),
        }),
      ),
  ),
]
