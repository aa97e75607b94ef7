import { LogExport, LogPage, LogQuery } from '@dj/shared/county/people/people.schema.ts'
import { CountersignHead, HeadList, HeadsQuery, HeadView } from '@dj/shared/platform/seal/head.schema.ts'
import { CivilDate } from '@dj/shared/platform/time/quarter.ts'
import { z } from 'zod'
import { mediaTypes } from '../../platform/http/download.ts'
import { operation } from '../../platform/http/spec.ts'
import { exportLog } from './export-log.ts'
import { countersignHead, headsFile, listHeads } from './heads.ts'
import { listLogFor } from './list-log.ts'

export const logRoutes = [
  operation(
    {
      operation: 'log.list',
      method: 'get',
      path: '/log',
      tag: 'log',
      summary:
        '审计日志 · Every event of the county with the names of who is in it, by person, object, kind, time and words',
      query: LogQuery,
      reply: LogPage,
      refusals: ['request.bad_cursor'],
    },
    ({ deps, actor, query }) => listLogFor(deps, { actor, ...query }),
  ),
  operation(
    {
      operation: 'log.export',
      method: 'get',
      path: '/log/export',
      tag: 'log',
      summary: '导出日志 · What was asked for as a workbook, each row with its place in the chain, and the head',
      query: LogExport,
      reply: null,
      media: mediaTypes.xlsx,
      costs: 'file',
      confirmed: true,
      refusals: [],
    },
    ({ deps, actor, query }) => exportLog(deps, { actor, ...query }),
  ),
  operation(
    {
      operation: 'log.heads',
      method: 'get',
      path: '/log/heads',
      tag: 'log',
      summary: '事件链首 · Where the chain of events ended each morning, as data or as a file to keep elsewhere',
      query: HeadsQuery,
      reply: HeadList,
      alsoAs: ['text/plain'],
      refusals: [],
    },
    ({ deps, actor, query }) => (query.format === 'text' ? headsFile(deps, actor) : listHeads(deps, actor)),
  ),
  operation(
    {
      operation: 'log.countersign',
      method: 'post',
      path: '/log/heads/{day}/countersignature',
      tag: 'log',
      summary: '会签链首 · Counter-sign the head of a day, as it was seen',
      params: z.strictObject({ day: CivilDate }),
      body: CountersignHead,
      reply: HeadView,
      status: 201,
      refusals: ['not_found', 'head.differs', 'head.signed'],
    },
    ({ deps, actor, params, body }) => countersignHead(deps, { actor, ...params, ...body }),
  ),
]
