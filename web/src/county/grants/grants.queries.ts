import { infiniteQueryOptions, keepPreviousData, useMutation, useQueryClient } from '@tanstack/react-query'
import { GrantPage, GrantView, type EndGrant, type GiveGrant } from '@dj/shared/county/people/people.schema.ts'
import { request, type Query } from '../../platform/api/client.ts'

export const grantQueries = {
  root: ['grants'] as const,
  list: (filter: Query) =>
    infiniteQueryOptions({
      queryKey: [...grantQueries.root, 'list', filter],
      queryFn: ({ pageParam, signal }) =>
        request('GET', '/grants', { query: { ...filter, limit: 50, cursor: pageParam }, schema: GrantPage, signal }),
      initialPageParam: null as string | null,
      getNextPageParam: ({ nextCursor }) => nextCursor,
      placeholderData: keepPreviousData,
    }),
}

export function useGiveGrant() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: GiveGrant) => request('POST', '/grants', { body, schema: GrantView }),
    onSuccess: () => client.invalidateQueries({ queryKey: grantQueries.root }),
  })
}

export function useEndGrant(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: EndGrant) => request('POST', `/grants/${id}/end`, { body, schema: GrantView }),
    onSuccess: () => client.invalidateQueries({ queryKey: grantQueries.root }),
  })
}
