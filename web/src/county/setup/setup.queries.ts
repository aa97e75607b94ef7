import { queryOptions, useMutation } from '@tanstack/react-query'
import { SetupDone, SetupView, type SetUp } from '@dj/shared/county/people/setup.schema.ts'
import { request } from '../../platform/api/client.ts'
import { uuid } from '../../platform/api/uuid.ts'

export const setupQueries = {
  root: ['setup'] as const,
  view: () =>
    queryOptions({
      queryKey: [...setupQueries.root],
      queryFn: ({ signal }) => request('GET', '/setup', { schema: SetupView, signal }),
    }),
}

/** Sent under a key of its own: passwords are not remembered with the act. */
export function useSetUp() {
  return useMutation({
    mutationFn: (body: SetUp) => request('POST', '/setup', { body, schema: SetupDone, idempotencyKey: uuid() }),
  })
}
