import { infiniteQueryOptions, mutationOptions, queryOptions } from '@tanstack/react-query'
import {
  AppealPage,
  AppealSubjects,
  AppealView,
  type DecideAppeal,
  type FileAppeal,
} from '@dj/shared/follow/appeal/appeal.schema.ts'
import { type Query, request } from '../../platform/api/client.ts'
import { refreshOrders } from '../../build/orders/order.mutations.ts'

export const appealQueries = {
  root: ['appeals'] as const,
  list: (filter: Query) =>
    infiniteQueryOptions({
      queryKey: [...appealQueries.root, 'list', filter],
      queryFn: ({ pageParam, signal }) =>
        request('GET', '/appeals', { query: { ...filter, cursor: pageParam }, schema: AppealPage, signal }),
      initialPageParam: null as string | null,
      getNextPageParam: ({ nextCursor }) => nextCursor,
    }),
  /** Under the orders' root: what changes an order may change what can be appealed. */
  subjects: (orderId: string) =>
    queryOptions({
      queryKey: ['orders', 'appealable', orderId],
      queryFn: ({ signal }) => request('GET', `/orders/${orderId}/appealable`, { schema: AppealSubjects, signal }),
    }),
}

const act = <Input>(path: string) =>
  mutationOptions({
    mutationFn: (body: Input) => request('POST', path, { body, schema: AppealView }),
    onSuccess: (_view, _input, _before, { client }) =>
      Promise.all([client.invalidateQueries({ queryKey: appealQueries.root }), refreshOrders(client)]),
  })

export const appealMutations = {
  file: () => act<FileAppeal>('/appeals'),
  decide: (id: string) => act<DecideAppeal>(`/appeals/${id}/decision`),
}
