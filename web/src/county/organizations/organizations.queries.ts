import { queryOptions } from '@tanstack/react-query'
import { z } from 'zod'
import { type OrganizationKind, OrganizationView } from '@dj/shared/county/organization/organization.schema.ts'
import { request } from '../../platform/api/client.ts'

const schema = z.object({ items: z.array(OrganizationView) })

/** The territorial tree changes rarely: asked once, kept for a while. */
export const organizationQueries = {
  root: ['organizations'] as const,
  all: () =>
    queryOptions({
      queryKey: [...organizationQueries.root, 'all'],
      queryFn: async ({ signal }) => (await request('GET', '/organizations', { schema, signal })).items,
      staleTime: 5 * 60_000,
    }),
  /** Only some: the towns, or an organization and what lies below it. */
  list: (filter: { readonly kind?: OrganizationKind; readonly under?: string }) =>
    queryOptions({
      queryKey: [...organizationQueries.root, 'list', filter],
      queryFn: async ({ signal }) => (await request('GET', '/organizations', { query: filter, schema, signal })).items,
      staleTime: 5 * 60_000,
    }),
}
