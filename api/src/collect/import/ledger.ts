import { rowList } from '@dj/shared/collect/need/import.rules.ts'
import type { ImportLedger, RowList } from '@dj/shared/collect/need/import.schema.ts'
import type { SheetSummary } from '../reading/xlsx/read-sheet.ts'
import type { PlannedRow } from './planned-row.ts'

/** Every row of the file by its number, under what became of it. */
export function ledgerOf(rows: readonly PlannedRow[], sheets: readonly SheetSummary[]): ImportLedger {
  const lot = (outcome: PlannedRow['outcome']) =>
    bySheet(rows.filter((row) => row.outcome === outcome).map(({ need: { sheet, row } }) => ({ sheet, row })))
  return {
    create: lot('create'),
    known: lot('known'),
    repeated: lot('repeated'),
    refused: lot('refused'),
    setAside: sheets.flatMap(({ name, setAside }) =>
      [...Map.groupBy(setAside, ({ why }) => why)].map(([why, of]) => {
        return { sheet: name, why, rows: rowList(of.map(({ row }) => row)) }
      }),
    ),
  }
}

const bySheet = (rows: readonly { sheet: string; row: number }[]): RowList[] =>
  [...Map.groupBy(rows, ({ sheet }) => sheet)].map(([sheet, of]) => ({
    sheet,
    rows: rowList(of.map(({ row }) => row)),
  }))
