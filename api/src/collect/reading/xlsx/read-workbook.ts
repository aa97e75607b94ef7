import { tallCells, withTallCellsFilled } from './merged-cells.ts'
import { sharedStringsIn, sheetRows } from './sheet-rows.ts'
import type { Table, TableRow } from '../table.ts'
import { type SheetPart, workbookParts } from './workbook-parts.ts'
import { inflateEntry, zipDirectory } from './zip.ts'

/** The sheets of an .xlsx package. Rows are read when they are asked for, a chunk of the sheet at a time. */
export async function readWorkbook(bytes: Uint8Array): Promise<Table[]> {
  const parts = await workbookParts(bytes, zipDirectory(bytes))
  const strings = parts.sharedStrings
  const sharedStrings = strings === undefined ? [] : await sharedStringsIn(inflateEntry(bytes, strings))
  const lookup = { sharedStrings, styles: parts.styles, date1904: parts.date1904 }
  const rowsOf = (sheet: SheetPart) =>
    async function* (): AsyncGenerator<TableRow> {
      const tall = await tallCells(inflateEntry(bytes, sheet.entry))
      yield* withTallCellsFilled(sheetRows(inflateEntry(bytes, sheet.entry), lookup), tall)
    }
  return parts.sheets.map((sheet) => ({
    name: sheet.name,
    hidden: sheet.hidden,
    date1904: parts.date1904,
    rows: rowsOf(sheet),
  }))
}
