import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { type ChangeChecklist, ChecklistView } from '@dj/shared/follow/finding/finding.schema.ts'
import { request } from '../../platform/api/client.ts'
import { inspectionQueries } from '../inspections/inspection.queries.ts'

export const checklistQueries = {
  root: ['checklist'] as const,
  /** Left out: the version in force. */
  version: (version?: number) =>
    queryOptions({
      queryKey: [...checklistQueries.root, version ?? 'current'],
      queryFn: ({ signal }) => request('GET', '/checklist', { query: { version }, schema: ChecklistView, signal }),
    }),
}

/** Saves the next version, made on that one. If somebody was first, their version is fetched at once. */
export function useChangeChecklist() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ base, ...body }: ChangeChecklist & { base: number }) =>
      request('PUT', '/checklist', { body, ifMatch: base, schema: ChecklistView }),
    onSuccess: (view) => {
      client.setQueryData(checklistQueries.version().queryKey, view)
      void client.invalidateQueries({ queryKey: inspectionQueries.root })
    },
    onError: () => client.invalidateQueries({ queryKey: checklistQueries.root }),
  })
}
