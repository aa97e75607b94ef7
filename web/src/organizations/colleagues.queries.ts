import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { ColleagueList } from '@dj/shared/people/people.schema.ts'
import type { GrantedRole } from '@dj/shared/people/role.ts'
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
  /** Anybody of the county by a part of the alias, or the holders of a role. */
  search: (q: string, role?: GrantedRole) =>
    queryOptions({
      queryKey: [...colleagueQueries.root, 'search', q, role],
      queryFn: async ({ signal }) =>
        (await request('GET', '/colleagues', { query: { q: q || undefined, role }, schema: ColleagueList, signal }))
          .items,
      placeholderData: keepPreviousData,
    }),
}
