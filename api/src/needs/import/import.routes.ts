import { ImportReport } from '@dj/shared/need/import.schema.ts'
import { z } from 'zod'
import { operation } from '../../http/spec.ts'
import { fileRefusals } from '../../import/unreadable-file.ts'
import { importNeeds } from './import-needs.ts'

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
      refusals: [...fileRefusals, 'calendar.year_missing'],
    },
    ({ deps, actor, query, upload }) => importNeeds(deps, { actor, upload, ...query }),
  ),
]
