import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { RoundPage, type RoundView } from '@dj/shared/follow/round/round.schema.ts'
import { address, request } from '../../platform/api/client.ts'
import { problemOf } from '../../platform/api/problem.ts'

const page = (countyId: string, cursor: string | null, signal: AbortSignal) =>
  request('GET', `/counties/${countyId}/rounds`, { query: { limit: 50, cursor }, schema: RoundPage, signal })

/** What everybody may read about the rounds of a county, without an account. */
export const resultQueries = {
  root: ['results'] as const,
  list: (countyId: string) =>
    infiniteQueryOptions({
      queryKey: [...resultQueries.root, 'list', countyId],
      queryFn: ({ pageParam, signal }) => page(countyId, pageParam, signal),
      initialPageParam: null as string | null,
      getNextPageParam: ({ nextCursor }) => nextCursor,
    }),
  /** The api publishes a list: it is looked through. Null when there is no such round. */
  one: (countyId: string, roundId: string) =>
    queryOptions({
      queryKey: [...resultQueries.root, 'one', countyId, roundId],
      queryFn: async ({ signal }): Promise<RoundView | null> => {
        for (let cursor: string | null = null; ;) {
          const { items, nextCursor }: RoundPage = await page(countyId, cursor, signal)
          const found = items.find(({ id }) => id === roundId)
          if (found !== undefined || nextCursor === null) return found ?? null
          cursor = nextCursor
        }
      },
    }),
}

export const bundleAddress = (roundId: string, part?: 'verifier' | 'vectors') =>
  address(`/rounds/${roundId}/bundle`, { part })

/** The bundle as it was published, letter by letter. */
export async function fetchBundle(roundId: string): Promise<string> {
  const response = await fetch(bundleAddress(roundId))
  if (!response.ok) throw await problemOf(response)
  return response.text()
}
