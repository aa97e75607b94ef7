import {
  OrganizationQuery,
  OrganizationView,
  SetOfficeContact,
} from '@dj/shared/county/organization/organization.schema.ts'
import { OrganizationId } from '@dj/shared/platform/ids.ts'
import { z } from 'zod'
import { operation } from '../../platform/http/spec.ts'
import { listOrganizationsFor } from './list-organizations.ts'
import { setOfficeContact } from './set-office-contact.ts'
import { treeRoutes } from './tree.routes.ts'

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
  operation(
    {
      operation: 'organization.set_contact',
      method: 'put',
      path: '/organizations/{id}/contact',
      tag: 'organizations',
      summary: '登记联系人和办公电话 · Whom to call at an organization',
      params: z.strictObject({ id: OrganizationId }),
      body: SetOfficeContact,
      reply: OrganizationView,
      refusals: ['not_found'],
    },
    ({ deps, actor, params, body }) => setOfficeContact(deps, { actor, ...params, ...body }),
  ),
  ...treeRoutes,
]
