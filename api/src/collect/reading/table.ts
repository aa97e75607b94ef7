/** A cell as the file holds it: dates only where the workbook itself says "date". */
export type Cell = string | number | boolean | Date | null

export interface TableRow {
  /** 1-based, as the spreadsheet program shows it. */
  readonly number: number
  readonly cells: readonly Cell[]
}

/** One sheet, or a whole CSV file. */
export interface Table {
  readonly name: string
  readonly hidden: boolean
  readonly date1904: boolean
  rows(): AsyncIterable<TableRow>
}
