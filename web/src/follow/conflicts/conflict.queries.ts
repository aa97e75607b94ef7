import { mutationOptions, queryOptions } from '@tanstack/react-query'
import { ConflictList, ConflictView, type DeclareConflict } from '@dj/shared/follow/round/round.schema.ts'
import { request } from '../../platform/api/client.ts'

/** Under the root of the inspections: what is declared takes orders from that list. */
const root = ['inspections'] as const

export const conflictQueries = {
  mine: () =>
    queryOptions({
      queryKey: [...root, 'conflicts'],
      queryFn: async ({ signal }) => (await request('GET', '/conflicts', { schema: ConflictList, signal })).items,
    }),
}

export const conflictMutations = {
  declare: () =>
    mutationOptions({
      mutationFn: (body: DeclareConflict) => request('POST', '/conflicts', { body, schema: ConflictView }),
      onSuccess: (_view, _input, _before, { client }) => client.invalidateQueries({ queryKey: root }),
    }),
}
