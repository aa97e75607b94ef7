import { ImportReport } from '@dj/shared/collect/need/import.schema.ts'
import { ExportNeeds } from '@dj/shared/collect/need/need.schema.ts'
import { z } from 'zod'
import { mediaTypes } from '../../platform/http/download.ts'
import { operation } from '../../platform/http/spec.ts'
import { fileRefusals } from '../reading/unreadable-file.ts'
import { exportNeeds } from '../needs/export-needs.ts'
import { importNeeds } from './import-needs.ts'
import { sendTemplate } from './send-template.ts'

export const importRoutes = [
  operation(
    {
      operation: 'need.import',
      method: 'post',
      path: '/needs/import',
      tag: 'needs',
      summary: '导入汇总表 · Bring in needs from a workbook or CSV file, first as a trial',
      query: z.strictObject({ dryRun: z.stringbool().default(true) }),
      upload: { maxBytes: 32 * 1024 * 1024, fields: ['file', 'decisions'], tooLarge: 'import.too_large' },
      reply: ImportReport,
      costs: 'file',
      refusals: [...fileRefusals, 'organization.closed'],
    },
    ({ deps, actor, query, upload }) => importNeeds(deps, { actor, upload, ...query }),
  ),
  operation(
    {
      operation: 'need.template',
      method: 'get',
      path: '/needs/import/template',
      tag: 'needs',
      summary: '下载汇总表模板 · The workbook to fill in',
      reply: null,
      media: mediaTypes.xlsx,
      refusals: [],
    },
    () => sendTemplate(),
  ),
  operation(
    {
      operation: 'need.export',
      method: 'get',
      path: '/needs/export',
      tag: 'needs',
      summary: '导出需求 · The needs of one’s desk as a workbook or CSV file, without contacts',
      query: ExportNeeds,
      reply: null,
      media: mediaTypes.xlsx,
      costs: 'file',
      confirmed: true,
      refusals: ['search.too_short'],
    },
    ({ deps, actor, query }) => exportNeeds(deps, { actor, ...query }),
  ),
]
