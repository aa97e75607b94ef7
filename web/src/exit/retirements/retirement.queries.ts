import { infiniteQueryOptions, mutationOptions, queryOptions, type QueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import {
  type AnswerObjection,
  type DecideRetirement,
  ObjectionView,
  type ProposeRetirement,
  type RaiseObjection,
  RetirementPage,
  RetirementView,
  type WithdrawRetirement,
} from '@dj/shared/exit/retirement/retirement.schema.ts'
import { type Query, request } from '../../platform/api/client.ts'
import { refreshOrders } from '../../build/orders/order.mutations.ts'

export const retirementQueries = {
  root: ['retirements'] as const,
  list: (filter: Query) =>
    infiniteQueryOptions({
      queryKey: [...retirementQueries.root, 'list', filter],
      queryFn: ({ pageParam, signal }) =>
        request('GET', '/retirements', { query: { ...filter, cursor: pageParam }, schema: RetirementPage, signal }),
      initialPageParam: null as string | null,
      getNextPageParam: ({ nextCursor }) => nextCursor,
    }),
  one: (id: string) =>
    queryOptions({
      queryKey: [...retirementQueries.root, 'one', id],
      queryFn: ({ signal }) => request('GET', `/retirements/${id}`, { schema: RetirementView, signal }),
    }),
}

const refresh = (client: QueryClient) =>
  Promise.all([client.invalidateQueries({ queryKey: retirementQueries.root }), refreshOrders(client)])

const act = <Input, S extends z.ZodType>(path: string, schema: S) =>
  mutationOptions({
    mutationFn: (body: Input) => request('POST', path, { body, schema }),
    onSuccess: (_view, _input, _before, { client }) => refresh(client),
  })

const on = (id: string) => `/retirements/${id}`

export const retirementMutations = {
  propose: (orderId: string) =>
    act<ProposeRetirement, typeof RetirementView>(`/orders/${orderId}/retirements`, RetirementView),
  decide: (id: string) => act<DecideRetirement, typeof RetirementView>(`${on(id)}/decision`, RetirementView),
  object: (id: string) => act<RaiseObjection, typeof ObjectionView>(`${on(id)}/objections`, ObjectionView),
  answer: (id: string, objectionId: string) =>
    act<AnswerObjection, typeof RetirementView>(`${on(id)}/objections/${objectionId}/answer`, RetirementView),
  finalise: (id: string) => act<Record<string, never>, typeof RetirementView>(`${on(id)}/finalisation`, RetirementView),
  withdraw: (id: string) => act<WithdrawRetirement, typeof RetirementView>(`${on(id)}/withdrawal`, RetirementView),
}
