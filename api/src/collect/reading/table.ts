/** A cell as the file holds it: dates only where the workbook itself says "date". */
export type Cell = string | number | boolean | Date | null

export interface TableRow {
  /** 1-based, as the spreadsheet program shows it. */
  readonly number: number
  readonly cells: readonly Cell[]
  /** Whether there are words beyond the columns that are read. */
  readonly beyond?: boolean
  /** Filtered out or hidden by hand: the file holds it, and whoever opens the file does not see it. */
  readonly hidden?: boolean
  /** Why nobody can say for certain what the row says; it is refused whatever its cells hold. */
  readonly fault?: RowFault
}

export interface RowFault {
  readonly code: 'import.quote_unescaped' | 'import.row_too_wide'
  /** 0-based column of the cell it shows in, if in any. */
  readonly index: number | null
  readonly value: string | null
}

/** One sheet, or a whole CSV file. */
export interface Table {
  readonly name: string
  readonly hidden: boolean
  readonly date1904: boolean
  rows(): AsyncIterable<TableRow>
}
