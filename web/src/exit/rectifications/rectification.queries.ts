import { infiniteQueryOptions, mutationOptions, queryOptions, type QueryClient } from '@tanstack/react-query'
import {
  type AnswerItem,
  type ExtendRectification,
  type NameResponsible,
  RectificationPage,
  RectificationView,
  type Reinspect,
} from '@dj/shared/exit/rectification/rectification.schema.ts'
import { type Query, request } from '../../platform/api/client.ts'
import { refreshOrders } from '../../build/orders/order.mutations.ts'

export const rectificationQueries = {
  root: ['rectifications'] as const,
  list: (filter: Query) =>
    infiniteQueryOptions({
      queryKey: [...rectificationQueries.root, 'list', filter],
      queryFn: ({ pageParam, signal }) =>
        request('GET', '/rectifications', {
          query: { ...filter, cursor: pageParam },
          schema: RectificationPage,
          signal,
        }),
      initialPageParam: null as string | null,
      getNextPageParam: ({ nextCursor }) => nextCursor,
    }),
  one: (id: string) =>
    queryOptions({
      queryKey: [...rectificationQueries.root, 'one', id],
      queryFn: ({ signal }) => request('GET', `/rectifications/${id}`, { schema: RectificationView, signal }),
    }),
}

const refresh = (client: QueryClient) =>
  Promise.all([client.invalidateQueries({ queryKey: rectificationQueries.root }), refreshOrders(client)])

const act = <Input>(path: string) =>
  mutationOptions({
    mutationFn: (body: Input) => request('POST', path, { body, schema: RectificationView }),
    onSuccess: (_view, _input, _before, { client }) => refresh(client),
  })

export const rectificationMutations = {
  answer: (id: string) => act<AnswerItem>(`/rectifications/${id}/items`),
  nameResponsible: (id: string) => act<NameResponsible>(`/rectifications/${id}/responsible`),
  extend: (id: string) => act<ExtendRectification>(`/rectifications/${id}/extension`),
  submit: (id: string) => act<Record<string, never>>(`/rectifications/${id}/submission`),
  nudge: (id: string) => act<Record<string, never>>(`/rectifications/${id}/nudges`),
  reinspect: (id: string) => act<Reinspect>(`/rectifications/${id}/reinspection`),
}
