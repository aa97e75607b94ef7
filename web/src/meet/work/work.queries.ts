import { queryOptions } from '@tanstack/react-query'
import { WorkView } from '@dj/shared/meet/work/work.schema.ts'
import { request } from '../../platform/api/client.ts'

export const workQueries = {
  root: ['work'] as const,
  mine: () =>
    queryOptions({
      queryKey: [...workQueries.root, 'mine'],
      queryFn: ({ signal }) => request('GET', '/work', { schema: WorkView, signal }),
    }),
}
