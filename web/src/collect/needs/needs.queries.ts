import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { ReceiverList } from '@dj/shared/collect/need/handover.schema.ts'
import { NeedPage, NeedView, SimilarView, type NeedQuery } from '@dj/shared/collect/need/need.schema.ts'
import { request, type Query } from '../../platform/api/client.ts'

export type NeedFilter = { [Key in keyof Omit<NeedQuery, 'limit' | 'cursor'>]?: NeedQuery[Key] | undefined }

export const needQueries = {
  root: ['needs'] as const,
  list: (filter: NeedFilter, limit = 20) =>
    infiniteQueryOptions({
      queryKey: [...needQueries.root, 'list', filter, limit],
      queryFn: ({ signal, pageParam }) => {
        const query: Query = { ...filter, limit, cursor: pageParam }
        return request('GET', '/needs', { query, schema: NeedPage, signal })
      },
      initialPageParam: null as string | null,
      getNextPageParam: ({ nextCursor }) => nextCursor,
    }),
  one: (id: string) =>
    queryOptions({
      queryKey: [...needQueries.root, 'one', id],
      queryFn: ({ signal }) => request('GET', `/needs/${id}`, { schema: NeedView, signal }),
    }),
  receivers: (id: string) =>
    queryOptions({
      queryKey: [...needQueries.root, 'receivers', id],
      queryFn: ({ signal }) => request('GET', `/needs/${id}/receivers`, { schema: ReceiverList, signal }),
    }),
  similar: (body: string) =>
    queryOptions({
      queryKey: [...needQueries.root, 'similar', body],
      queryFn: ({ signal }) => request('POST', '/needs/similar', { body: { body }, schema: SimilarView, signal }),
      enabled: body.length >= 4,
      staleTime: 60_000,
    }),
}

/** What a change to a need or an order makes stale. */
const touched = ['needs', 'orders', 'libraries', 'work']

/** Does something to needs or orders, then asks again for what shows them. */
export function useChange<Input, Output>(change: (input: Input) => Promise<Output>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: () => {
      for (const root of touched) void client.invalidateQueries({ queryKey: [root] })
    },
  })
}

export const needActs = {
  answer: (id: string, body: object) => request('POST', `/needs/${id}/answer`, { body, schema: NeedView }),
  decline: (id: string, body: object) => request('POST', `/needs/${id}/decline`, { body, schema: NeedView }),
  reopen: (id: string, body: object) => request('POST', `/needs/${id}/reopen`, { body, schema: NeedView }),
  second: (id: string) => request('POST', `/needs/${id}/seconds`, { body: {}, schema: NeedView }),
  merge: (id: string, intoId: string) => request('POST', `/needs/${id}/merge`, { body: { intoId }, schema: NeedView }),
  handOver: (id: string, body: object) => request('POST', `/needs/${id}/handover`, { body, schema: NeedView }),
  recall: (id: string) => request('POST', `/needs/${id}/handover/recall`, { body: {}, schema: NeedView }),
  answerHandover: (id: string, body: object) =>
    request('POST', `/needs/${id}/handover/answer`, { body, schema: NeedView }),
  unmerge: (id: string) => request('POST', `/needs/${id}/unmerge`, { body: {}, schema: NeedView }),
}
