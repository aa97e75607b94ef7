/** What one upload may cost; beyond these the file is refused before memory is spent on it. */
export const limits = {
  /** Needs, refused ones included. */
  rows: 50_000,
  /** Rows of any kind: as many as one sheet of Excel has. */
  lines: 1_048_576,
  inflatedBytes: 200 * 1024 * 1024,
  csvBytes: 32 * 1024 * 1024,
  /** Workbook, relationship and style parts are read whole. */
  wholePartBytes: 8 * 1024 * 1024,
  entries: 4_000,
  sheets: 500,
  sharedStrings: 2_000_000,
  merges: 100_000,
  columns: 64,
  /** Cells within those columns, blank ones with a format included. */
  cells: 5_000_000,
  /** Characters of one row or one shared string, mark-up included. */
  pieceLength: 4 * 1024 * 1024,
  /** Cells other than the need's own words and the remark; also keeps every pattern cheap. */
  cellLength: 300,
  headerSearchRows: 10,
} as const
