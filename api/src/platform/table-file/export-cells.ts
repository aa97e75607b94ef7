import Papa from 'papaparse'

/** What a spreadsheet may take for the start of a formula, full-width signs, leading blanks and what shows nothing included. */
const formulaStart = /^(?:[\t\r\n]|[\s\p{Default_Ignorable_Code_Point}\p{Cc}\u2800]*[=+\-@＝＋－＠])/u

/** Text that a spreadsheet will show and never run; numbers, dates and empty cells pass unchanged. */
export function exportCell<Value>(value: Value): Value | string {
  return typeof value === 'string' && formulaStart.test(value) ? `'${value}` : value
}

export type ExportValue = string | number | boolean | Date | null

/** For `writeXlsx`: the same rows with every text made harmless. */
export const exportRows = (rows: readonly (readonly ExportValue[])[]): ExportValue[][] =>
  rows.map((row) => row.map((value) => exportCell(value)))

/** A CSV file that Excel opens in the right encoding: UTF-8 with its mark, CRLF, harmless text. */
export function exportCsv(rows: readonly (readonly ExportValue[])[]): Uint8Array {
  const shown = exportRows(rows).map((row) => row.map((value) => (value instanceof Date ? dayText(value) : value)))
  return new TextEncoder().encode(`\uFEFF${Papa.unparse(shown, { newline: '\r\n' })}\r\n`)
}

const dayText = (date: Date) => date.toISOString().slice(0, 10)
