import { mutationOptions, queryOptions, type QueryClient } from '@tanstack/react-query'
import { type DecideReopening, ReopeningList, ReopeningView } from '@dj/shared/follow/reopening/reopening.schema.ts'
import { refreshOrders } from '../../build/orders/order.mutations.ts'
import { request } from '../../platform/api/client.ts'

export const reopeningQueries = {
  root: ['reopenings'] as const,
  of: (orderId: string) =>
    queryOptions({
      queryKey: [...reopeningQueries.root, orderId],
      queryFn: ({ signal }) => request('GET', '/reopenings', { query: { orderId }, schema: ReopeningList, signal }),
    }),
}

const refresh = (client: QueryClient) =>
  Promise.all([client.invalidateQueries({ queryKey: reopeningQueries.root }), refreshOrders(client)])

export const reopeningMutations = {
  decide: (id: string) =>
    mutationOptions({
      mutationFn: (body: DecideReopening) =>
        request('POST', `/reopenings/${id}/decision`, { body, schema: ReopeningView }),
      onSuccess: (_view, _input, _before, { client }) => refresh(client),
    }),
}
