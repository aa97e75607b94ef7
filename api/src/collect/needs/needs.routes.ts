import { CountyId, NeedId } from '@dj/shared/platform/ids.ts'
import {
  NeedPage,
  NeedQuery,
  NeedReceipt,
  NeedView,
  RaiseNeed,
  RaiseNeedOpenly,
  SimilarQuery,
  SimilarView,
} from '@dj/shared/collect/need/need.schema.ts'
import { z } from 'zod'
import { openOperation, operation } from '../../platform/http/spec.ts'
import { OpenDoor } from '../../platform/http/guard/open-door.ts'
import { deviceOf } from '../../platform/http/guard/device.ts'
import { findSimilar } from '../voices/find-similar.ts'
import { listNeedsFor } from './list-needs.ts'
import { raiseNeedOpenly } from '../voices/raise-need-openly.ts'
import { raiseNeed } from '../voices/raise-need.ts'
import { readNeed } from './read-need.ts'

const one = { params: z.strictObject({ id: NeedId }), tag: 'needs' } as const

// One office shares an address: twenty voices at once, then one every half minute.
const openForm = new OpenDoor({ accepted: { most: 20, everyMs: 30_000 }, refused: { most: 60, everyMs: 5_000 } })

export const needRoutes = [
  operation(
    {
      operation: 'need.list',
      method: 'get',
      path: '/needs',
      tag: 'needs',
      summary: '需求列表 · Needs of oneself or of one’s desk, filtered and searched',
      query: NeedQuery,
      reply: NeedPage,
      refusals: ['request.bad_cursor', 'search.too_short'],
    },
    ({ deps, actor, query }) => listNeedsFor(deps, { actor, ...query }),
  ),
  operation(
    {
      operation: 'need.raise',
      method: 'post',
      path: '/needs',
      tag: 'needs',
      summary: '提出需求 · Raise a need, or record one for somebody',
      body: RaiseNeed,
      reply: NeedReceipt,
      status: 201,
      costs: 'record',
      refusals: ['organization.closed', 'need.category_unknown', 'need.organization_unknown', 'attachment.unknown'],
    },
    ({ deps, actor, body, request }) => raiseNeed(deps, { actor, ...body, device: deviceOf({ deps, request }) }),
  ),
  openOperation(
    {
      operation: 'need.raise_openly',
      method: 'post',
      path: '/counties/{countyId}/needs',
      tag: 'needs',
      summary: '免登录提出需求 · Raise a need without an account',
      params: z.strictObject({ countyId: CountyId }),
      body: RaiseNeedOpenly,
      reply: NeedReceipt,
      status: 201,
      refusals: [
        'organization.closed',
        'not_found',
        'rate_limited',
        'need.category_unknown',
        'need.organization_unknown',
      ],
    },
    (input) =>
      openForm.let(input, () => {
        const { deps, actor, params, body } = input
        return raiseNeedOpenly(deps, { ...params, ...body, actor, device: deviceOf(input) })
      }),
  ),
  operation(
    {
      operation: 'need.similar',
      method: 'post',
      path: '/needs/similar',
      tag: 'needs',
      summary: '相似需求 · Similar needs and open orders, while typing',
      body: SimilarQuery,
      reply: SimilarView,
      repeatable: true,
      costs: 'search',
      refusals: [],
    },
    ({ deps, actor, body }) => findSimilar(deps, { actor, ...body }),
  ),
  operation(
    {
      operation: 'need.read',
      method: 'get',
      path: '/needs/{id}',
      summary: '需求详情 · One need',
      ...one,
      reply: NeedView,
      refusals: ['not_found'],
    },
    ({ deps, actor, params }) => readNeed(deps, { actor, needId: params.id }),
  ),
]
