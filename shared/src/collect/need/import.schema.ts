import { z } from 'zod'
import { NeedId } from '../../platform/ids.ts'
import { isBalanced, rowsNamed } from './import.rules.ts'
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
    .enum(['create', 'known', 'repeated', 'refused'])
    .meta({ description: 'known: this very row is already in the library; repeated: it stands in this file before' }),
  town: z.string().nullable(),
  requesterName: z.string(),
  requesterKind: RequesterKind.nullable(),
  category: Category.nullable(),
  body: z.string(),
  urgency: Urgency.nullable(),
  channel: Channel.nullable(),
  collectedOn: z.string().nullable(),
  issues: z.array(ImportIssue),
  repeats: z
    .string()
    .nullable()
    .meta({ description: 'Key of the earlier row of this file that says the same, contact included' }),
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

export const ImportCounts = z
  .object({
    rows: z.int(),
    create: z.int(),
    known: z.int(),
    repeated: z.int(),
    refused: z.int(),
    warnings: z.int(),
    duplicates: z.int(),
  })
  .refine(isBalanced, { error: 'rows = create + known + repeated + refused' })
  .meta({
    description: 'rows = create + known + repeated + refused, always; warnings and probable duplicates are among them',
    example: { rows: 4, create: 2, known: 1, repeated: 0, refused: 1, warnings: 0, duplicates: 0 },
  })

const RowList = z
  .object({ sheet: z.string(), rows: z.string().regex(/^\d+(?:-\d+)?(?:, \d+(?:-\d+)?)*$/) })
  .meta({ description: 'Rows of one sheet, such as `4-6, 9`' })
export type RowList = z.infer<typeof RowList>

/** Why a row with words in it is no need: it belongs to the form and not to its filling. */
export const SetAside = z.enum(['total', 'footer', 'example', 'header', 'unfilled'])
export type SetAside = z.infer<typeof SetAside>

/** Which rows became what, each by its number, listed in the report or not. */
export const ImportLedger = z
  .object({
    create: z.array(RowList),
    known: z.array(RowList),
    repeated: z.array(RowList),
    refused: z.array(RowList),
    setAside: z.array(RowList.extend({ why: SetAside })).meta({
      description:
        'Rows below the header that are no needs: totals, signatures, examples, repeated headers, empty forms',
    }),
  })
  .meta({
    example: {
      create: [{ sheet: '需求', rows: '4-5' }],
      known: [{ sheet: '需求', rows: '6' }],
      repeated: [],
      refused: [{ sheet: '需求', rows: '7' }],
      setAside: [{ sheet: '需求', rows: '8', why: 'total' }],
    },
  })
export type ImportLedger = z.infer<typeof ImportLedger>

export const WrongTotal = z
  .object({
    row: z.int(),
    column: z.string().nullable().meta({ description: 'The column it sums; null: it counts needs' }),
    stated: z.number(),
    counted: z.number(),
  })
  .meta({ description: 'A total row that disagrees with the rows it sums' })
export type WrongTotal = z.infer<typeof WrongTotal>

export const ImportColumn = z.enum([
  'number',
  'town',
  'requesterName',
  'requesterKind',
  'category',
  'body',
  'urgency',
  'channel',
  'collectedOn',
  'contactName',
  'contactPhone',
  'remark',
])
export type ImportColumn = z.infer<typeof ImportColumn>

export const ImportSheet = z.object({
  name: z.string(),
  rows: z.int(),
  skipped: z.string().nullable(),
  unknownColumns: z.array(z.string()).meta({ description: 'Such as `K 分管领导`: not understood, left out' }),
  repeatedColumns: z.array(z.string()).meta({ description: 'Named like one before them, left out' }),
  missingColumns: z.array(ImportColumn),
  wrongTotals: z.array(WrongTotal),
})
export type ImportSheet = z.infer<typeof ImportSheet>

const lots = ['create', 'known', 'repeated', 'refused'] as const

export const ImportReport = z
  .object({
    dryRun: z.boolean(),
    fileName: z.string(),
    fileHash: z.string(),
    sheets: z.array(ImportSheet),
    counts: ImportCounts,
    ledger: ImportLedger,
    omitted: z
      .int()
      .meta({ description: 'Rows not listed: of a file above 2 000 rows only those that want a look, 2 000 at most' }),
    rows: z.array(ImportRow),
  })
  .refine(
    ({ counts, ledger }) =>
      lots.every((lot) => counts[lot] === ledger[lot].reduce((sum, { rows }) => sum + rowsNamed(rows), 0)),
    { error: 'the ledger names every row that is counted' },
  )
export type ImportReport = z.infer<typeof ImportReport>

/** Choices by row key, sent with the file when applying. Rows without a choice are kept. */
export const ImportDecisions = z.record(z.string().max(120), DuplicateChoice)
export type ImportDecisions = z.infer<typeof ImportDecisions>
