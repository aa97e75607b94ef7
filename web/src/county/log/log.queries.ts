import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query'
import { LogPage } from '@dj/shared/county/people/people.schema.ts'
import { request, type Query } from '../../platform/api/client.ts'

export const logQueries = {
  root: ['log'] as const,
  list: (filter: Query) =>
    infiniteQueryOptions({
      queryKey: [...logQueries.root, filter],
      queryFn: ({ pageParam, signal }) =>
        request('GET', '/log', { query: { ...filter, limit: 50, cursor: pageParam }, schema: LogPage, signal }),
      initialPageParam: null as string | null,
      getNextPageParam: ({ nextCursor }) => nextCursor,
      placeholderData: keepPreviousData,
    }),
}
