import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { EventPage, LibrariesView, OrderPage, OrderView } from '@dj/shared/build/order/order.schema.ts'
import { request, type Query } from '../../platform/api/client.ts'

export const orderQueries = {
  root: ['orders'] as const,
  list: (filter: Query) =>
    infiniteQueryOptions({
      queryKey: [...orderQueries.root, 'list', filter],
      queryFn: ({ pageParam, signal }) =>
        request('GET', '/orders', { query: { ...filter, cursor: pageParam }, schema: OrderPage, signal }),
      initialPageParam: null as string | null,
      getNextPageParam: ({ nextCursor }) => nextCursor,
      placeholderData: keepPreviousData,
    }),
  one: (id: string) =>
    queryOptions({
      queryKey: [...orderQueries.root, 'one', id],
      queryFn: ({ signal }) => request('GET', `/orders/${id}`, { schema: OrderView, signal }),
    }),
  events: (id: string) =>
    infiniteQueryOptions({
      queryKey: [...orderQueries.root, 'events', id],
      queryFn: ({ pageParam, signal }) =>
        request('GET', `/orders/${id}/events`, { query: { limit: 100, cursor: pageParam }, schema: EventPage, signal }),
      initialPageParam: null as string | null,
      getNextPageParam: ({ nextCursor }) => nextCursor,
    }),
  /** Figures of the libraries: the counts on the tier tabs. */
  libraries: () =>
    queryOptions({
      queryKey: ['libraries', 'all'],
      queryFn: ({ signal }) => request('GET', '/libraries', { schema: LibrariesView, signal }),
      staleTime: 60_000,
    }),
}
