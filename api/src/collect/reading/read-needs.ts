import { limits } from './limits.ts'
import type { InterpretedRow } from './rows/proposed-need.ts'
import { type ImportContext, type OnSheet, readSheet, type SheetSummary } from './xlsx/read-sheet.ts'
import { readTables } from './read-tables.ts'
import { type FileRefusal, UnreadableFile } from './unreadable-file.ts'

export type NeedsReading =
  | { readonly kind: 'read'; readonly sheets: readonly SheetSummary[]; readonly rows: readonly InterpretedRow[] }
  | { readonly kind: 'refused'; readonly code: FileRefusal }

/** The whole file: every row with what it became, or the one reason why the file cannot be read. */
export async function readNeeds(bytes: Uint8Array, fileName: string, context: ImportContext): Promise<NeedsReading> {
  const sheets: SheetSummary[] = []
  const rows: InterpretedRow[] = []
  try {
    for await (const row of streamNeeds(bytes, fileName, context, (sheet) => sheets.push(sheet))) rows.push(row)
    return { kind: 'read', sheets, rows }
  } catch (error) {
    if (error instanceof UnreadableFile) return { kind: 'refused', code: error.code }
    throw error
  }
}

/** Row by row, for files too large to hold; throws `UnreadableFile`, for some files only after the last row. */
export async function* streamNeeds(
  bytes: Uint8Array,
  fileName: string,
  context: ImportContext,
  onSheet: OnSheet,
): AsyncGenerator<InterpretedRow> {
  let count = 0
  const sheets: SheetSummary[] = []
  const finish = (sheet: SheetSummary) => {
    sheets.push(sheet)
    onSheet(sheet)
  }
  for (const table of await readTables(bytes, fileName)) {
    for await (const row of readSheet(table, context, finish)) {
      if (++count > limits.rows) throw new UnreadableFile('import.too_many_rows')
      yield row
    }
  }
  if (count === 0) throw new UnreadableFile(whyNothing(sheets))
}

function whyNothing(sheets: readonly SheetSummary[]): FileRefusal {
  if (sheets.some((sheet) => sheet.headerRow !== null)) return 'import.empty'
  const hasWords = sheets.some((sheet) => sheet.skipped === 'no_header' || sheet.skipped === 'instructions')
  return hasWords ? 'import.no_header' : 'import.empty'
}
