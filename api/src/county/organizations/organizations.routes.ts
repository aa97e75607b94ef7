import { OrganizationQuery, OrganizationView } from '@dj/shared/county/organization/organization.schema.ts'
import { z } from 'zod'
import { operation } from '../../platform/http/spec.ts'
import { listOrganizationsFor } from './list-organizations.ts'

export const organizationRoutes = [
  operation(
    {
      operation: 'organization.list',
      method: 'get',
      path: '/organizations',
      tag: 'organizations',
      summary: '组织树 · The territorial tree and the alliances of the county',
      query: OrganizationQuery,
      reply: z.object({ items: z.array(OrganizationView) }),
      refusals: [],
    },
    ({ deps, actor, query }) => listOrganizationsFor(deps, { actor, ...query }),
  ),
]
