import { AnswerDelivery } from '@dj/shared/claim/delivery/delivery.schema.ts'
import { DeliveryId } from '@dj/shared/platform/ids.ts'
import { DeliveryView } from '@dj/shared/build/order/order.schema.ts'
import { z } from 'zod'
import { deviceOf, traceOf } from '../../platform/http/guard/device.ts'
import { openOperation } from '../../platform/http/spec.ts'
import { receiptGuesses } from '../../collect/voices/receipt-guesses.ts'
import { answerDelivery } from './answer-delivery.ts'

export const deliveryRoutes = [
  openOperation(
    {
      operation: 'delivery.answer',
      method: 'post',
      path: '/deliveries/{id}/answer',
      tag: 'deliveries',
      summary: '答复是否解决 · Answer whether a delivery solved the need',
      params: z.strictObject({ id: DeliveryId }),
      body: AnswerDelivery,
      reply: DeliveryView,
      refusals: [
        'auth.required',
        'not_found',
        'rate_limited',
        'receipt.not_requester',
        'receipt.seen_by_doer',
        'receipt.device_saw',
        'delivery.joined_later',
        'delivery.answered',
        'delivery.entered_by_handler',
        'delivery.not_requester',
        'delivery.own_work',
        'claim.not_live',
      ],
    },
    (input) => {
      const { deps, actor, params, body } = input
      return receiptGuesses.letCode(body.receiptCode, input, () =>
        answerDelivery(deps, { actor, deliveryId: params.id, ...body, device: deviceOf(input), trace: traceOf(input) }),
      )
    },
  ),
]
