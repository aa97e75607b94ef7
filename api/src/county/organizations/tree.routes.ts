import {
  AddOrganization,
  CloseOrganization,
  EditOrganization,
  MoveOrganization,
  OrganizationDetail,
  OrganizationTree,
  TreeQuery,
} from '@dj/shared/county/organization/tree.schema.ts'
import { OrganizationId } from '@dj/shared/platform/ids.ts'
import { z } from 'zod'
import { operation } from '../../platform/http/spec.ts'
import { addOrganization } from './add-organization.ts'
import { closeOrganization } from './close-organization.ts'
import { editOrganization } from './edit-organization.ts'
import { moveOrganization } from './move-organization.ts'
import { readOrganization, readTree } from './read-tree.ts'

const tag = 'organizations'
const params = z.strictObject({ id: OrganizationId })
const one = { tag, params, reply: OrganizationDetail } as const
const changed = ['not_found', 'organization.is_root', 'organization.closed'] as const

/** The tree as those keep it who add, rename, move and close its nodes. */
export const treeRoutes = [
  operation(
    {
      operation: 'organization.tree',
      method: 'get',
      path: '/organization-tree',
      tag,
      summary: '组织架构 · What lies below an organization, or bears a name; by pinyin initials, too',
      query: TreeQuery,
      reply: OrganizationTree,
      refusals: [],
    },
    ({ deps, actor, query }) => readTree(deps, { actor, ...query }),
  ),
  operation(
    {
      ...one,
      operation: 'organization.read',
      method: 'get',
      path: '/organizations/{id}',
      summary: '组织详情 · One organization, and what hangs on it',
      refusals: ['not_found'],
    },
    ({ deps, actor, params: { id } }) => readOrganization(deps, { actor, id }),
  ),
  operation(
    {
      operation: 'organization.add',
      method: 'post',
      path: '/organizations',
      tag,
      summary: '新设组织 · Add an organization below another',
      body: AddOrganization,
      reply: OrganizationDetail,
      status: 201,
      refusals: [
        'organization.parent_unknown',
        'organization.wrong_parent',
        'organization.closed',
        'organization.name_taken',
        'organization.code_taken',
        'organization.no_enterprise',
      ],
    },
    ({ deps, actor, body }) => addOrganization(deps, { actor, ...body }),
  ),
  operation(
    {
      ...one,
      operation: 'organization.edit',
      method: 'patch',
      path: '/organizations/{id}',
      summary: '修改组织 · Rename it, or change what is known of an enterprise; the old name still finds it',
      body: EditOrganization,
      versioned: true,
      refusals: [
        ...changed,
        'organization.parent_unknown',
        'organization.name_taken',
        'organization.code_taken',
        'organization.no_enterprise',
      ],
    },
    ({ deps, actor, params: { id }, body, version }) => editOrganization(deps, { actor, id, ...body, version }),
  ),
  operation(
    {
      ...one,
      operation: 'organization.move',
      method: 'post',
      path: '/organizations/{id}/move',
      summary: '调整隶属 · Hang it, with all that lies below, under another parent',
      body: MoveOrganization,
      versioned: true,
      refusals: [
        ...changed,
        'organization.parent_unknown',
        'organization.wrong_parent',
        'organization.under_itself',
        'organization.name_taken',
      ],
    },
    ({ deps, actor, params: { id }, body, version }) => moveOrganization(deps, { actor, id, ...body, version }),
  ),
  operation(
    {
      ...one,
      operation: 'organization.close',
      method: 'post',
      path: '/organizations/{id}/close',
      summary: '撤销或合并组织 · Close it; what hangs on it goes to a successor',
      body: CloseOrganization,
      versioned: true,
      confirmed: true,
      refusals: [
        ...changed,
        'organization.parent_unknown',
        'organization.still_holding',
        'organization.successor_unfit',
        'organization.children_unfit',
        'organization.successor_claims_too',
        'organization.successor_unled',
        'organization.name_taken',
      ],
    },
    ({ deps, actor, params: { id }, body, version }) => closeOrganization(deps, { actor, id, ...body, version }),
  ),
]
