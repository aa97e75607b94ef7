import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { ClaimPage, type ClaimView } from '@dj/shared/claim/claim/claim.schema.ts'
import { MyRecord } from '@dj/shared/claim/claim/record.schema.ts'
import { request } from '../../platform/api/client.ts'

export const claimQueries = {
  root: ['claims'] as const,
  /** Mine, those of organizations I lead, and those I am listed in. */
  mine: (live: boolean) =>
    infiniteQueryOptions({
      queryKey: [...claimQueries.root, 'mine', live],
      queryFn: ({ pageParam, signal }) => {
        const query = { mine: true, state: live ? 'live' : undefined, cursor: pageParam }
        return request('GET', '/claims', { query, schema: ClaimPage, signal })
      },
      initialPageParam: null as string | null,
      getNextPageParam: ({ nextCursor }) => nextCursor,
    }),
  /** What I have done for others. */
  record: () =>
    queryOptions({
      queryKey: [...claimQueries.root, 'record'],
      queryFn: ({ signal }) => request('GET', '/record', { schema: MyRecord, signal }),
    }),
  /** What I have in hand: decides whether I may take more. */
  inHand: () =>
    queryOptions({
      queryKey: [...claimQueries.root, 'in-hand'],
      queryFn: ({ signal }) =>
        request('GET', '/claims', { query: { mine: true, state: 'live', limit: 100 }, schema: ClaimPage, signal }),
    }),
  /** One of mine: the api lists claims, so the lists are looked through, live ones first. Null when there is none. */
  one: (id: string) =>
    queryOptions({
      queryKey: [...claimQueries.root, 'one', id],
      queryFn: async ({ signal }): Promise<ClaimView | null> => {
        for (const state of ['live', undefined]) {
          const query = { mine: true, state, limit: 100 }
          const { items } = await request('GET', '/claims', { query, schema: ClaimPage, signal })
          const found = items.find((claim) => claim.id === id)
          if (found !== undefined) return found
        }
        return null
      },
    }),
}
