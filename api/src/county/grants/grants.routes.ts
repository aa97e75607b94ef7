import { GrantId } from '@dj/shared/platform/ids.ts'
import { EndGrant, GiveGrant, GrantPage, GrantQuery, GrantView } from '@dj/shared/county/people/people.schema.ts'
import { z } from 'zod'
import { operation } from '../../platform/http/spec.ts'
import { endGrant } from './end-grant.ts'
import { giveGrant } from './give-grant.ts'
import { listGrantsFor } from './list-grants.ts'

const tag = 'grants'
const refusals = [
  'grant.person_unknown',
  'person.organization_unknown',
  'grant.to_oneself',
  'grant.scope_mismatch',
  'grant.to_worker',
  'grant.admin_and_business',
  'grant.inspector_and_doer',
  'grant.overlaps',
  'person.same_hand',
] as const

export const grantRoutes = [
  operation(
    {
      operation: 'grant.list',
      method: 'get',
      path: '/grants',
      tag,
      summary: '授权 · Who holds or held which role where',
      query: GrantQuery,
      reply: GrantPage,
      refusals: ['request.bad_cursor'],
    },
    ({ deps, actor, query }) => listGrantsFor(deps, { actor, ...query }),
  ),
  operation(
    {
      operation: 'grant.give',
      method: 'post',
      path: '/grants',
      tag,
      summary: '授予角色 · Give a role in an organization, from now on',
      body: GiveGrant,
      reply: GrantView,
      status: 201,
      confirmed: true,
      refusals: ['organization.closed', ...refusals, 'grant.until_passed'],
    },
    ({ deps, actor, body }) => giveGrant(deps, { actor, ...body }),
  ),
  operation(
    {
      operation: 'grant.end',
      method: 'post',
      path: '/grants/{id}/end',
      tag,
      summary: '终止授权 · End a role at once; the last one responsible hands over to a successor',
      params: z.strictObject({ id: GrantId }),
      body: EndGrant,
      reply: GrantView,
      refusals: ['organization.closed', 'not_found', 'grant.ended', 'grant.last_one', ...refusals],
    },
    ({ deps, actor, params, body }) => endGrant(deps, { actor, ...params, ...body }),
  ),
]
