import {
  DecideReopening,
  ReopeningId,
  ReopeningList,
  ReopeningQuery,
  ReopeningView,
} from '@dj/shared/follow/reopening/reopening.schema.ts'
import { z } from 'zod'
import { operation } from '../../platform/http/spec.ts'
import { decideReopening } from './decide-reopening.ts'
import { listReopeningsFor } from './reopening.view.ts'

export const reopeningRoutes = [
  operation(
    {
      operation: 'reopening.list',
      method: 'get',
      path: '/reopenings',
      tag: 'reopenings',
      summary: '办结复核 · Completions that an inspection questions, and what was decided',
      query: ReopeningQuery,
      reply: ReopeningList,
      refusals: [],
    },
    ({ deps, actor, query }) => listReopeningsFor(deps.db, actor, query),
  ),
  operation(
    {
      operation: 'reopening.decide',
      method: 'post',
      path: '/reopenings/{id}/decision',
      tag: 'reopenings',
      summary: '决定办结复核 · A second person lets the completion stand, or opens the order again',
      params: z.strictObject({ id: ReopeningId }),
      body: DecideReopening,
      reply: ReopeningView,
      refusals: [
        'not_found',
        'reopening.not_proposed',
        'reopening.second_person_needed',
        'reopening.not_asked',
        'person.same_hand',
        'calendar.year_missing',
      ],
    },
    ({ deps, actor, params, body }) => decideReopening(deps, { actor, id: params.id, ...body }),
  ),
]
