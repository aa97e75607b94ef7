import { queryOptions } from '@tanstack/react-query'
import { NoticeList } from '@dj/shared/exit/retirement/retirement.schema.ts'
import { request } from '../../platform/api/client.ts'

/** What is on public notice, without an account. */
export const noticeQueries = {
  root: ['notices'] as const,
  all: (countyId: string) =>
    queryOptions({
      queryKey: [...noticeQueries.root, countyId],
      queryFn: ({ signal }) => request('GET', `/counties/${countyId}/notices`, { schema: NoticeList, signal }),
    }),
}
