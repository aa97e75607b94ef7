import {
  CommitSeed,
  FallBackSeed,
  RevealSeed,
  RoundId,
  RoundView,
  TypePublicValue,
} from '@dj/shared/follow/round/round.schema.ts'
import { z } from 'zod'
import { operation } from '../../platform/http/spec.ts'
import { commitSeed } from './commit-seed.ts'
import { drawRound } from './draw-round.ts'
import { fallBackSeed } from './fall-back-seed.ts'
import { freezeRound } from './freeze-round.ts'
import { revealSeed } from './reveal-seed.ts'
import { typePublicValue } from './type-public-value.ts'

const act = { method: 'post', tag: 'rounds', params: z.strictObject({ id: RoundId }), reply: RoundView } as const

/** From the commitments to the draw: what one can project on a wall. */
export const drawRoutes = [
  operation(
    {
      ...act,
      operation: 'round.commit',
      path: '/rounds/{id}/commitment',
      summary: '提交种子承诺值 · Publish the hash of the seed one holds',
      body: CommitSeed,
      refusals: [
        'not_found',
        'round.not_holder',
        'round.committed_already',
        'round.frozen_already',
        'round.ended',
        'person.same_hand',
      ],
    },
    ({ deps, actor, params, body }) => commitSeed(deps, { actor, roundId: params.id, ...body }),
  ),
  operation(
    {
      ...act,
      operation: 'round.freeze',
      path: '/rounds/{id}/freeze',
      summary: '冻结名单 · Freeze every order live in the quarter and the pool of inspectors, and publish both hashes',
      refusals: [
        'not_found',
        'round.commitments_missing',
        'round.no_inspectors',
        'round.value_day_passed',
        'round.frozen_already',
        'round.ended',
      ],
    },
    ({ deps, actor, params }) => freezeRound(deps, { actor, roundId: params.id }),
  ),
  operation(
    {
      ...act,
      operation: 'round.reveal',
      path: '/rounds/{id}/seed',
      summary: '公布种子 · Reveal the seed that was committed to',
      body: RevealSeed,
      refusals: [
        'not_found',
        'round.not_holder',
        'round.seed_mismatch',
        'person.same_hand',
        'round.revealed_already',
        'round.not_frozen',
        'round.drawn_already',
      ],
    },
    ({ deps, actor, params, body }) => revealSeed(deps, { actor, roundId: params.id, ...body }),
  ),
  operation(
    {
      ...act,
      operation: 'round.fall_back',
      path: '/rounds/{id}/fallback',
      summary: '启用替代种子 · Replace a seed withheld past its deadline, in the open',
      body: FallBackSeed,
      refusals: [
        'not_found',
        'round.fallback_too_early',
        'round.revealed_already',
        'round.not_frozen',
        'round.drawn_already',
      ],
    },
    ({ deps, actor, params, body }) => fallBackSeed(deps, { actor, roundId: params.id, ...body }),
  ),
  operation(
    {
      ...act,
      operation: 'round.public_value',
      path: '/rounds/{id}/public-value',
      summary: '录入公共随机值 · Type in the announced value as it appeared',
      body: TypePublicValue,
      refusals: [
        'not_found',
        'round.value_too_early',
        'round.value_notation',
        'round.value_typed_already',
        'round.not_frozen',
        'round.drawn_already',
      ],
    },
    ({ deps, actor, params, body }) => typePublicValue(deps, { actor, roundId: params.id, ...body }),
  ),
  operation(
    {
      ...act,
      operation: 'round.draw',
      path: '/rounds/{id}/draw',
      summary: '抽签 · Draw, once',
      refusals: [
        'not_found',
        'round.seeds_missing',
        'round.public_value_missing',
        'round.drawer_is_revealer',
        'person.same_hand',
        'round.not_frozen',
        'round.drawn_already',
      ],
    },
    ({ deps, actor, params }) => drawRound(deps, { actor, roundId: params.id }),
  ),
]
