import { queryOptions, useMutation } from '@tanstack/react-query'
import { NeedReceipt, type RaiseNeedOpenly } from '@dj/shared/collect/need/need.schema.ts'
import { CountyList } from '@dj/shared/county/organization/county.schema.ts'
import { request } from '../../platform/api/client.ts'

export const countyQueries = {
  root: ['counties'] as const,
  all: () =>
    queryOptions({
      queryKey: [...countyQueries.root],
      queryFn: async ({ signal }) => (await request('GET', '/county', { schema: CountyList, signal })).items,
      staleTime: 60 * 60_000,
    }),
}

export function useRaise(countyId: string) {
  return useMutation({
    mutationFn: (body: RaiseNeedOpenly) =>
      request('POST', `/counties/${countyId}/needs`, { body, schema: NeedReceipt }),
  })
}
