/** A cell as the file holds it: dates only where the workbook itself says "date". */
export type Cell = string | number | boolean | Date | SeenCell | null

/** A cell that shows something else than its bare value: a number under a format, or words struck through. */
export interface SeenCell {
  /** Null where all of it is struck through. */
  readonly value: string | number | Date | null
  /** What people read, without what is struck through. */
  readonly shown: string
  readonly struck: string
  /** Shows a month alone; the day of its value is made up. */
  readonly month?: true
}

export const isSeen = (cell: Cell | undefined): cell is SeenCell =>
  typeof cell === 'object' && cell !== null && !(cell instanceof Date)

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
