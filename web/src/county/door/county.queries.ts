import { queryOptions } from '@tanstack/react-query'
import { CountyDesk, CountyList } from '@dj/shared/county/organization/county.schema.ts'
import { request } from '../../platform/api/client.ts'

export const countyQueries = {
  root: ['counties'] as const,
  all: () =>
    queryOptions({
      queryKey: [...countyQueries.root],
      queryFn: async ({ signal }) => (await request('GET', '/county', { schema: CountyList, signal })).items,
      staleTime: 60 * 60_000,
    }),
  desk: (countyId: string, organizationId: string) =>
    queryOptions({
      queryKey: [...countyQueries.root, countyId, 'desks', organizationId],
      queryFn: ({ signal }) =>
        request('GET', `/counties/${countyId}/desks/${organizationId}`, { schema: CountyDesk, signal }),
      staleTime: 60 * 60_000,
      retry: false,
    }),
}
