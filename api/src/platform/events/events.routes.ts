import { operation } from '../http/spec.ts'
import { streamChanges } from './stream-changes.ts'

export const eventRoutes = [
  operation(
    {
      operation: 'events.stream',
      method: 'get',
      path: '/events/stream',
      tag: 'events',
      summary: '实时更新 · What changed in the county, as server-sent events that carry kinds and ids only',
      reply: null,
      media: 'text/event-stream',
      refusals: ['rate_limited'],
    },
    async ({ deps, actor, request }) => streamChanges(deps, { actor, request }),
  ),
]
