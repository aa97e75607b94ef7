import { ReceiptCode } from '@dj/shared/claim/delivery/delivery.schema.ts'
import { ReceiptView } from '@dj/shared/meet/receipt/receipt.schema.ts'
import { z } from 'zod'
import { openOperation } from '../../platform/http/spec.ts'
import { throttle } from '../../platform/http/guard/throttle.ts'
import { addressOf } from '../../platform/http/guard/caller-address.ts'
import { readReceipt } from './read-receipt.ts'

const perAddress = throttle({ limit: 30, windowMs: 60_000 })

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
    ({ deps, params, request, peer }) => {
      const address = addressOf({ headers: request.headers, peer }, deps.trustProxy === true)
      if (address !== null) perAddress(address, deps.now())
      return readReceipt(deps, params)
    },
  ),
]
