import { useMutation, useQueryClient } from '@tanstack/react-query'
import { RatingView, type RateOrder } from '@dj/shared/follow/rating/rating.schema.ts'
import { request } from '../../platform/api/client.ts'

/** Everything that shows ratings: the order, the receipt, what waits for me. */
const shows = ['receipts', 'orders', 'work'] as const

export function useRate(orderId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: RateOrder) => request('POST', `/orders/${orderId}/ratings`, { body, schema: RatingView }),
    onSuccess: () => Promise.all(shows.map((root) => client.invalidateQueries({ queryKey: [root] }))),
  })
}
