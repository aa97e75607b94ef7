import { CountyId } from '@dj/shared/platform/ids.ts'
import {
  BundleQuery,
  DrawBundle,
  OpenRound,
  RoundId,
  RoundPage,
  RoundView,
} from '@dj/shared/follow/round/round.schema.ts'
import { Page } from '@dj/shared/platform/text.schema.ts'
import { z } from 'zod'
import { openOperation, operation } from '../../platform/http/spec.ts'
import { openRound } from './open-round.ts'
import { readBundle } from '../draw/read-bundle.ts'
import { listRoundsFor, publishedRounds, readRound } from './read-rounds.ts'

const tag = 'rounds'
const paging = z.strictObject(Page)

export const roundRoutes = [
  operation(
    {
      operation: 'round.list',
      method: 'get',
      path: '/rounds',
      tag,
      summary: '季度跟单轮次 · The rounds of the county, newest first',
      query: paging,
      reply: RoundPage,
      refusals: ['request.bad_cursor'],
    },
    ({ deps, actor, query }) => listRoundsFor(deps, { actor, ...query }),
  ),
  operation(
    {
      operation: 'round.open',
      method: 'post',
      path: '/rounds',
      tag,
      summary: '开启季度跟单 · Plan the round of a quarter: seed holders and the public value to come',
      body: OpenRound,
      reply: RoundView,
      status: 201,
      refusals: [
        'round.exists',
        'round.quarter_not_begun',
        'round.holders_same',
        'round.draws_nothing',
        'person.same_hand',
        'round.value_day_passed',
        'grant.person_unknown',
      ],
    },
    ({ deps, actor, body }) => openRound(deps, { actor, ...body }),
  ),
  operation(
    {
      operation: 'round.read',
      method: 'get',
      path: '/rounds/{id}',
      tag,
      summary: '轮次详情 · One round, and what the viewer may do with it now',
      params: z.strictObject({ id: RoundId }),
      reply: RoundView,
      refusals: ['not_found'],
    },
    ({ deps, actor, params }) => readRound(deps, { actor, roundId: params.id }),
  ),
  openOperation(
    {
      operation: 'round.results',
      method: 'get',
      path: '/counties/{countyId}/rounds',
      tag,
      summary: '跟单公示 · Plans, hashes and results of the rounds, for everybody',
      params: z.strictObject({ countyId: CountyId }),
      query: paging,
      reply: RoundPage,
      refusals: ['request.bad_cursor', 'not_found'],
    },
    ({ deps, params, query }) => publishedRounds(deps, { ...params, ...query }),
  ),
  openOperation(
    {
      operation: 'round.bundle',
      method: 'get',
      path: '/rounds/{id}/bundle',
      tag,
      summary:
        '抽签复核包 · Everything needed to compute the draw again, once the round is closed; and the program for it',
      params: z.strictObject({ id: RoundId }),
      query: BundleQuery,
      reply: DrawBundle,
      refusals: ['not_found', 'round.not_published'],
    },
    ({ deps, params, query }) => readBundle(deps, { roundId: params.id, ...query }),
  ),
]
