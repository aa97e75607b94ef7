import { WorkView } from '@dj/shared/meet/work/work.schema.ts'
import { operation } from '../../platform/http/spec.ts'
import { readWork } from './read-work.ts'

export const workRoutes = [
  operation(
    {
      operation: 'work.read',
      method: 'get',
      path: '/work',
      tag: 'work',
      summary: '我的工作 · Everything that waits for me, with ages',
      reply: WorkView,
      refusals: [],
    },
    ({ deps, actor }) => readWork(deps, actor),
  ),
]
