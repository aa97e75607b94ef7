import {
  AbortRound,
  ConflictList,
  ConflictView,
  DeclareConflict,
  RoundId,
  RoundView,
} from '@dj/shared/follow/round/round.schema.ts'
import { z } from 'zod'
import { operation } from '../../platform/http/spec.ts'
import { abortRound } from './abort-round.ts'
import { assignRound } from '../targets/assign-round.ts'
import { closeRound, confirmClose } from './close-round.ts'
import { declareConflict, listConflicts } from '../targets/declare-conflict.ts'

const act = { method: 'post', tag: 'rounds', params: z.strictObject({ id: RoundId }), reply: RoundView } as const

export const roundActRoutes = [
  operation(
    {
      ...act,
      operation: 'round.assign',
      path: '/rounds/{id}/inspectors',
      summary: '随机分派检查员 · Deal what is open among the frozen pool, around every conflict',
      refusals: ['not_found', 'round.too_few_inspectors', 'round.not_drawn'],
    },
    ({ deps, actor, params }) => assignRound(deps, { actor, roundId: params.id }),
  ),
  operation(
    {
      ...act,
      operation: 'round.close',
      path: '/rounds/{id}/close',
      summary: '提请结束本轮 · Ask to close the round',
      confirmed: true,
      refusals: ['not_found', 'round.census_incomplete', 'round.not_running', 'round.ended'],
    },
    ({ deps, actor, params }) => closeRound(deps, { actor, roundId: params.id }),
  ),
  operation(
    {
      ...act,
      operation: 'round.confirm_close',
      path: '/rounds/{id}/close/confirmation',
      summary: '确认结束本轮 · Close the round as a second person',
      confirmed: true,
      refusals: [
        'not_found',
        'round.second_person_needed',
        'person.same_hand',
        'round.census_incomplete',
        'round.not_closing',
        'round.ended',
      ],
    },
    ({ deps, actor, params }) => confirmClose(deps, { actor, roundId: params.id }),
  ),
  operation(
    {
      ...act,
      operation: 'round.abort',
      path: '/rounds/{id}/abort',
      summary: '作废本轮 · Give the round up before its draw; it stays in sight',
      body: AbortRound,
      refusals: ['not_found', 'round.drawn_already', 'round.ended'],
    },
    ({ deps, actor, params, body }) => abortRound(deps, { actor, roundId: params.id, ...body }),
  ),
  operation(
    {
      operation: 'conflict.list',
      method: 'get',
      path: '/conflicts',
      tag: 'rounds',
      summary: '我申报的回避 · The interests I declared',
      reply: ConflictList,
      refusals: [],
    },
    ({ deps, actor }) => listConflicts(deps, actor),
  ),
  operation(
    {
      operation: 'conflict.declare',
      method: 'post',
      path: '/conflicts',
      tag: 'rounds',
      summary: '申报回避 · An inspector declares an interest in an organization',
      body: DeclareConflict,
      reply: ConflictView,
      status: 201,
      refusals: ['need.organization_unknown'],
    },
    ({ deps, actor, body }) => declareConflict(deps, { actor, ...body }),
  ),
]
