import { http, HttpResponse } from 'msw'
import { FlagQuery, JudgeFlag } from '@dj/shared/follow/rating/flag.schema.ts'
import type { SessionView } from '@dj/shared/county/people/session.schema.ts'
import { quarterOf } from '@dj/shared/platform/time/quarter.ts'
import { asked, guarded, sent } from '../guard.ts'
import { refuse } from '../refuse.ts'
import type { World } from '../world.ts'

/** Suspicious patterns of the present quarter, and a human's word on them. */
export const flagHandlers = (world: World) => [
  http.get('*/api/v1/flags', ({ request }) =>
    guarded(world, 'flag.list', () =>
      asked(request, FlagQuery, ({ quarter = quarterOf(new Date()) }) => {
        const items = quarter === quarterOf(new Date()) ? world.rounds.flags : []
        return HttpResponse.json({ quarter, items })
      }),
    ),
  ),
  http.post('*/api/v1/flags/:id/judgement', ({ params, request }) =>
    guarded(world, 'flag.judge', (me) =>
      sent(request, JudgeFlag, (input) => judge(world, String(params['id']), input, me)),
    ),
  ),
]

function judge({ rounds }: World, flagId: string, { quarter, n, verdict, note }: JudgeFlag, { person }: SessionView) {
  const flag = rounds.flags.find(({ id }) => id === flagId)
  if (flag === undefined || quarter !== quarterOf(new Date())) return refuse('not_found')
  if (flag.n !== n) return refuse('flag.grown')
  flag.judgement = { verdict, note, by: person.alias, at: new Date().toISOString() }
  return HttpResponse.json(flag, { status: 201 })
}
