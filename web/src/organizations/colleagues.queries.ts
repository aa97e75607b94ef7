import { queryOptions } from '@tanstack/react-query'
import { ColleagueList } from '@dj/shared/people/people.schema.ts'
import { request } from '../api/client.ts'

/** People a secretary may list in a collective claim. */
export const colleagueQueries = {
  root: ['colleagues'] as const,
  of: (organizationId: string) =>
    queryOptions({
      queryKey: [...colleagueQueries.root, organizationId],
      queryFn: async ({ signal }) =>
        (await request('GET', '/colleagues', { query: { organizationId }, schema: ColleagueList, signal })).items,
    }),
}
