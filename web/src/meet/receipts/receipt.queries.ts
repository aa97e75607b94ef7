import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { AnswerDelivery } from '@dj/shared/claim/delivery/delivery.schema.ts'
import { ReceiptView } from '@dj/shared/meet/receipt/receipt.schema.ts'
import { DeliveryView } from '@dj/shared/build/order/order.schema.ts'
import type { ReopenNeed } from '@dj/shared/collect/need/need.schema.ts'
import { request } from '../../platform/api/client.ts'

export const receiptQueries = {
  root: ['receipts'] as const,
  one: (code: string) =>
    queryOptions({
      queryKey: [...receiptQueries.root, code],
      queryFn: ({ signal }) => request('GET', `/receipts/${encodeURIComponent(code)}`, { schema: ReceiptView, signal }),
    }),
}

export function useAnswer(deliveryId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: AnswerDelivery) =>
      request('POST', `/deliveries/${deliveryId}/answer`, { body, schema: DeliveryView }),
    onSuccess: () => client.invalidateQueries({ queryKey: receiptQueries.root }),
  })
}

export function useReopenByReceipt(code: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: ReopenNeed) => request('POST', `/receipts/${encodeURIComponent(code)}/reopen`, { body }),
    onSuccess: () => client.invalidateQueries({ queryKey: receiptQueries.root }),
  })
}
