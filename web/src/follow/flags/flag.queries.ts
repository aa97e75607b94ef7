import { mutationOptions, queryOptions } from '@tanstack/react-query'
import { FlagList, FlagView, type JudgeFlag } from '@dj/shared/follow/rating/flag.schema.ts'
import type { Quarter } from '@dj/shared/platform/time/quarter.ts'
import { request } from '../../platform/api/client.ts'

export const flagQueries = {
  root: ['flags'] as const,
  of: (quarter: Quarter) =>
    queryOptions({
      queryKey: [...flagQueries.root, quarter],
      queryFn: ({ signal }) => request('GET', '/flags', { query: { quarter }, schema: FlagList, signal }),
    }),
}

export const flagMutations = {
  judge: (id: string) =>
    mutationOptions({
      mutationFn: (body: JudgeFlag) => request('POST', `/flags/${id}/judgement`, { body, schema: FlagView }),
      // Also after a refusal: the pattern may have grown meanwhile.
      onSettled: (_view, _error, _input, _before, { client }) =>
        client.invalidateQueries({ queryKey: flagQueries.root }),
    }),
}
