import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { ColleagueList } from '@dj/shared/county/people/people.schema.ts'
import type { GrantedRole } from '@dj/shared/county/people/role.ts'
import { request } from '../../platform/api/client.ts'

/** People a secretary may list in a collective claim. */
export const colleagueQueries = {
  root: ['colleagues'] as const,
  of: (organizationId: string) =>
    queryOptions({
      queryKey: [...colleagueQueries.root, organizationId],
      queryFn: async ({ signal }) =>
        (await request('GET', '/colleagues', { query: { organizationId }, schema: ColleagueList, signal })).items,
    }),
  /** Members and workers of the county by a part of the alias, with `staff` those at a desk too; or the holders of a role. */
  search: (q: string, { role, staff }: { role?: GrantedRole | undefined; staff?: boolean | undefined } = {}) =>
    queryOptions({
      queryKey: [...colleagueQueries.root, 'search', q, role, staff],
      queryFn: async ({ signal }) =>
        (
          await request('GET', '/colleagues', {
            query: { q: q || undefined, role, staff },
            schema: ColleagueList,
            signal,
          })
        ).items,
      placeholderData: keepPreviousData,
    }),
}
