import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { HeadList, HeadView } from '@dj/shared/platform/seal/head.schema.ts'
import { request } from '../../platform/api/client.ts'
import { logQueries } from './log.queries.ts'

export const headQueries = {
  root: [...logQueries.root, 'heads'] as const,
  list: () =>
    queryOptions({
      queryKey: headQueries.root,
      queryFn: ({ signal }) => request('GET', '/log/heads', { schema: HeadList, signal }),
    }),
}

/** Where the heads are had as a file. */
export const HEADS_FILE = '/api/v1/log/heads?format=text'

export function useCountersign({ day, hash }: Pick<HeadView, 'day' | 'hash'>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => request('POST', `/log/heads/${day}/countersignature`, { body: { hash }, schema: HeadView }),
    onSuccess: () =>
      Promise.all([logQueries.root, ['work']].map((queryKey) => client.invalidateQueries({ queryKey: [...queryKey] }))),
  })
}
