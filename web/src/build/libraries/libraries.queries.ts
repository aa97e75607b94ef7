import { queryOptions } from '@tanstack/react-query'
import { LibrariesView } from '@dj/shared/build/order/order.schema.ts'
import { request, type Query } from '../../platform/api/client.ts'

export const libraryQueries = {
  root: ['libraries'] as const,
  all: (filter: Query) =>
    queryOptions({
      queryKey: [...libraryQueries.root, 'overview', filter],
      queryFn: ({ signal }) => request('GET', '/libraries', { query: filter, schema: LibrariesView, signal }),
    }),
}
