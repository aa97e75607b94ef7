import type { ImportReport } from '@dj/shared/collect/need/import.schema.ts'
import { visible } from '../reading/rows/cell-text.ts'
import type { SheetSummary } from '../reading/xlsx/read-sheet.ts'
import type { Sent } from '../../platform/http/spec.ts'
import { ledgerOf } from './ledger.ts'
import { isCreated, type PlannedRow } from './planned-row.ts'

type Report = Sent<typeof ImportReport>
type Counts = Report['counts']
type ReportRow = Report['rows'][number]

/** A longer list helps nobody, and would be kept under the idempotency key as well. */
const LISTED = 2_000

interface Subject {
  dryRun: boolean
  file: { name: string; hash: string }
  sheets: readonly SheetSummary[]
  rows: readonly PlannedRow[]
}

export function reportOf({ dryRun, file, sheets, rows }: Subject): Report {
  const listed = rows.length <= LISTED ? rows : worthALook(rows)
  return {
    dryRun,
    fileName: file.name,
    fileHash: file.hash,
    sheets: sheets.map(toReportSheet),
    counts: countsOf(rows),
    ledger: ledgerOf(rows, sheets),
    omitted: rows.length - listed.length,
    rows: listed.map((row) => toReportRow(row, dryRun)),
  }
}

const toReportSheet = ({
  town: _,
  headerRow: __,
  setAside: ___,
  ...sheet
}: SheetSummary): Report['sheets'][number] => ({
  ...sheet,
  unknownColumns: sheet.unknownColumns.map(visible),
  repeatedColumns: sheet.repeatedColumns.map(visible),
  missingColumns: [...sheet.missingColumns],
  wrongTotals: [...sheet.wrongTotals],
})

export function countsOf(rows: readonly PlannedRow[]): Counts {
  const having = (condition: (row: PlannedRow) => boolean) => rows.filter(condition).length
  return {
    rows: rows.length,
    create: having(isCreated),
    known: having(({ outcome }) => outcome === 'known'),
    repeated: having(({ outcome }) => outcome === 'repeated'),
    refused: having(({ outcome }) => outcome === 'refused'),
    warnings: having(hasWarning),
    duplicates: having(({ duplicateOf }) => duplicateOf !== null),
  }
}

const hasWarning = ({ issues }: PlannedRow) => issues.some(({ level }) => level === 'warning')

/** Refused rows first, then probable duplicates, then warnings; listed in the order of the file. */
function worthALook(rows: readonly PlannedRow[]): PlannedRow[] {
  const urgency = (row: PlannedRow) =>
    row.outcome === 'refused' ? 0 : row.outcome === 'repeated' || row.duplicateOf !== null ? 1 : hasWarning(row) ? 2 : 3
  const chosen = [0, 1, 2].flatMap((nth) => rows.filter((row) => urgency(row) === nth)).slice(0, LISTED)
  const listed = new Set(chosen)
  return rows.filter((row) => listed.has(row))
}

function toReportRow(
  { key, outcome, need, issues, repeats, duplicateOf, needId }: PlannedRow,
  dryRun: boolean,
): ReportRow {
  // Before applying, a row of this file is no need yet.
  const stored = (id: string | null, isRow: boolean) => (dryRun && isRow ? null : id)
  return {
    key,
    outcome,
    ...wordsOf(need),
    issues: [...issues],
    repeats,
    duplicateOf: duplicateOf && { ...duplicateOf, needId: stored(duplicateOf.needId, duplicateOf.key !== null) },
    needId: stored(needId, outcome === 'create'),
  }
}

/** Everything but the contact. */
const wordsOf = (need: PlannedRow['need']) => ({
  sheet: need.sheet,
  row: need.row,
  town: need.town,
  requesterName: need.requesterName,
  requesterKind: need.requesterKind,
  category: need.category,
  body: need.body,
  urgency: need.urgency,
  channel: need.channel,
  collectedOn: need.collectedOn,
})
