import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { OwnResets, ResetAsked, ResetList } from '@dj/shared/county/people/account.schema.ts'
import { request } from '../../platform/api/client.ts'

export const resetQueries = {
  root: ['resets'] as const,
  list: () =>
    queryOptions({
      queryKey: [...resetQueries.root, 'list'],
      queryFn: ({ signal }) => request('GET', '/resets', { schema: ResetList, signal }),
    }),
  own: () =>
    queryOptions({
      queryKey: [...resetQueries.root, 'own'],
      queryFn: ({ signal }) => request('GET', '/account/resets', { schema: OwnResets, signal }),
    }),
}

/** What else shows resets is stale as well. */
function useStale() {
  const client = useQueryClient()
  return () =>
    Promise.all([resetQueries.root, ['work']].map((queryKey) => client.invalidateQueries({ queryKey: [...queryKey] })))
}

export function useConfirmReset(id: string) {
  return useMutation({
    mutationFn: () => request('POST', `/resets/${id}/confirmation`, { schema: ResetAsked }),
    onSettled: useStale(),
  })
}

export function useWithdrawReset(id: string) {
  return useMutation({ mutationFn: () => request('POST', `/resets/${id}/withdrawal`), onSettled: useStale() })
}

export function useAcknowledgeReset(id: string) {
  return useMutation({ mutationFn: () => request('POST', `/resets/${id}/acknowledgement`), onSettled: useStale() })
}
