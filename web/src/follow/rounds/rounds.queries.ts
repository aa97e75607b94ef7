import { infiniteQueryOptions, mutationOptions, queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import {
  type AbortRound,
  type AskExcuse,
  type CommitSeed,
  type DecideExcuse,
  type FallBackSeed,
  type OpenRound,
  type RevealSeed,
  RoundPage,
  RoundView,
  TargetPage,
  TargetView,
  type TypePublicValue,
} from '@dj/shared/follow/round/round.schema.ts'
import { type Query, request } from '../../platform/api/client.ts'

type Cursor = string | null

export const roundQueries = {
  root: ['rounds'] as const,
  list: () =>
    infiniteQueryOptions({
      queryKey: [...roundQueries.root, 'list'],
      queryFn: ({ pageParam, signal }) =>
        request('GET', '/rounds', { query: { cursor: pageParam }, schema: RoundPage, signal }),
      initialPageParam: null as Cursor,
      getNextPageParam: ({ nextCursor }) => nextCursor,
    }),
  one: (id: string) =>
    queryOptions({
      queryKey: [...roundQueries.root, 'one', id],
      queryFn: ({ signal }) => request('GET', `/rounds/${id}`, { schema: RoundView, signal }),
    }),
  targets: (id: string, filter: Query) =>
    infiniteQueryOptions({
      queryKey: [...roundQueries.root, 'targets', id, filter],
      queryFn: ({ pageParam, signal }) =>
        request('GET', `/rounds/${id}/targets`, {
          query: { ...filter, limit: 50, cursor: pageParam },
          schema: TargetPage,
          signal,
        }),
      initialPageParam: null as Cursor,
      getNextPageParam: ({ nextCursor }) => nextCursor,
    }),
}

const act = <Input, S extends z.ZodType>(path: string, schema: S) =>
  mutationOptions({
    mutationFn: (body: Input) => request('POST', path, { body, schema }),
    onSuccess: (_view, _input, _before, { client }) => client.invalidateQueries({ queryKey: roundQueries.root }),
  })
const onRound = <Input>(id: string, verb: string) => act<Input, typeof RoundView>(`/rounds/${id}/${verb}`, RoundView)
const onTarget = <Input>(id: string, orderId: string, verb: string) =>
  act<Input, typeof TargetView>(`/rounds/${id}/targets/${orderId}/${verb}`, TargetView)

export const roundMutations = {
  open: () => act<OpenRound, typeof RoundView>('/rounds', RoundView),
  commit: (id: string) => onRound<CommitSeed>(id, 'commitment'),
  freeze: (id: string) => onRound<void>(id, 'freeze'),
  reveal: (id: string) => onRound<RevealSeed>(id, 'seed'),
  fallBack: (id: string) => onRound<FallBackSeed>(id, 'fallback'),
  publicValue: (id: string) => onRound<TypePublicValue>(id, 'public-value'),
  draw: (id: string) => onRound<void>(id, 'draw'),
  assign: (id: string) => onRound<void>(id, 'inspectors'),
  close: (id: string) => onRound<void>(id, 'close'),
  confirmClose: (id: string) => onRound<void>(id, 'close/confirmation'),
  abort: (id: string) => onRound<AbortRound>(id, 'abort'),
  askExcuse: (id: string, orderId: string) => onTarget<AskExcuse>(id, orderId, 'excuse'),
  decideExcuse: (id: string, orderId: string) => onTarget<DecideExcuse>(id, orderId, 'excuse/decision'),
}
