import { z } from 'zod'
import { NeedId } from '../../platform/ids.ts'
import { Channel, RequesterKind, Urgency } from './need.schema.ts'
import { Category } from '../../county/settings/category.ts'

export const ImportIssue = z.object({
  level: z.enum(['error', 'warning', 'note']),
  code: z.string(),
  column: z.string().nullable(),
  value: z.string().nullable(),
})
export type ImportIssue = z.infer<typeof ImportIssue>

/** What to do with a row that looks like another: join it to that need, file it beside it, or leave it out. */
export const DuplicateChoice = z.enum(['second', 'merge', 'keep'])
export type DuplicateChoice = z.infer<typeof DuplicateChoice>

export const ImportRow = z.object({
  key: z.string().meta({ description: 'sheet!row, the handle for decisions' }),
  sheet: z.string(),
  row: z.int(),
  outcome: z
    .enum(['create', 'known', 'refused'])
    .meta({ description: 'known: this very row is already in the library' }),
  town: z.string().nullable(),
  requesterName: z.string(),
  requesterKind: RequesterKind.nullable(),
  category: Category.nullable(),
  body: z.string(),
  urgency: Urgency.nullable(),
  channel: Channel.nullable(),
  collectedOn: z.string().nullable(),
  issues: z.array(ImportIssue),
  duplicateOf: z
    .object({
      key: z.string().nullable().meta({ description: 'Another row of this file' }),
      needId: NeedId.nullable().meta({ description: 'A need already stored' }),
      body: z.string(),
      score: z.number(),
    })
    .nullable(),
  needId: NeedId.nullable().meta({ description: 'The need this row became or joined, after applying' }),
})
export type ImportRow = z.infer<typeof ImportRow>

export const ImportReport = z.object({
  dryRun: z.boolean(),
  fileName: z.string(),
  fileHash: z.string(),
  sheets: z.array(z.object({ name: z.string(), rows: z.int(), skipped: z.string().nullable() })),
  counts: z.object({
    rows: z.int(),
    create: z.int(),
    known: z.int(),
    refused: z.int(),
    warnings: z.int(),
    duplicates: z.int(),
  }),
  omitted: z
    .int()
    .meta({ description: 'Rows not listed: of a file above 2 000 rows only those that want a look, 2 000 at most' }),
  rows: z.array(ImportRow),
})
export type ImportReport = z.infer<typeof ImportReport>

/** Choices by row key, sent with the file when applying. Rows without a choice are kept. */
export const ImportDecisions = z.record(z.string().max(120), DuplicateChoice)
export type ImportDecisions = z.infer<typeof ImportDecisions>
