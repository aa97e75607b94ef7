import { mutationOptions } from '@tanstack/react-query'
import type { AnswerDelivery } from '@dj/shared/claim/delivery/delivery.schema.ts'
import { DeliveryView } from '@dj/shared/build/order/order.schema.ts'
import { request } from '../../platform/api/client.ts'
import { refreshClaims } from '../claims/claim.mutations.ts'

export const deliveryMutations = {
  answer: (id: string) =>
    mutationOptions({
      mutationFn: (body: AnswerDelivery) => request('POST', `/deliveries/${id}/answer`, { body, schema: DeliveryView }),
      onSuccess: (_delivery, _input, _before, { client }) => refreshClaims(client),
    }),
}
