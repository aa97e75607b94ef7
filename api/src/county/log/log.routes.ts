import { LogPage, LogQuery } from '@dj/shared/county/people/people.schema.ts'
import { operation } from '../../platform/http/spec.ts'
import { listLogFor } from './list-log.ts'

export const logRoutes = [
  operation(
    {
      operation: 'log.list',
      method: 'get',
      path: '/log',
      tag: 'log',
      summary: '审计日志 · Every event of the county, ids not names',
      query: LogQuery,
      reply: LogPage,
      refusals: ['request.bad_cursor'],
    },
    ({ deps, actor, query }) => listLogFor(deps, { actor, ...query }),
  ),
]
