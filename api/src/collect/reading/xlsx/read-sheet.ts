import type { SetAside, WrongTotal } from '@dj/shared/collect/need/import.schema.ts'
import type { Category } from '@dj/shared/county/settings/category.ts'
import { type Column, findHeader, type Header, type HeaderColumn, headerOfNext } from '../rows/header.ts'
import { interpretRow, type RowContext } from '../rows/interpret-row.ts'
import { leftoverKind } from '../rows/leftover-rows.ts'
import { Totals } from '../rows/totals.ts'
import { unreadableRow } from '../rows/unreadable-row.ts'
import { limits } from '../limits.ts'
import type { InterpretedRow } from '../rows/proposed-need.ts'
import { titleAbove, townOfSheet } from './sheet-title.ts'
import type { RowFault, Table, TableRow } from '../table.ts'
import { UnreadableFile } from '../unreadable-file.ts'

export interface ImportContext {
  /** The day of the import, `YYYY-MM-DD`: for dates without a year, and to notice unlikely ones. */
  readonly reference: string
  readonly knownTowns?: readonly string[]
  readonly categories?: ReadonlyMap<string, Category>
}

export interface SetAsideRow {
  readonly row: number
  readonly why: SetAside
}

export interface SheetSummary {
  readonly name: string
  readonly town: string | null
  /** Where the columns are named, 1-based. */
  readonly headerRow: number | null
  /** Needs read from it, refused ones included. */
  readonly rows: number
  readonly skipped: 'hidden' | 'instructions' | 'no_header' | 'empty' | null
  /** Total rows that disagree with what they sum: a line was lost or added by hand. */
  readonly wrongTotals: readonly WrongTotal[]
  /** Rows with words below the header that are no needs. */
  readonly setAside: readonly SetAsideRow[]
  /** Named, but not understood; left out. */
  readonly unknownColumns: readonly string[]
  /** Named like another before them; left out. */
  readonly repeatedColumns: readonly string[]
  readonly missingColumns: readonly Column[]
}

export type OnSheet = (sheet: SheetSummary) => void

/** The needs of one sheet, then what is to be said about the sheet itself. */
export async function* readSheet(
  table: Table,
  context: ImportContext,
  finish: OnSheet,
): AsyncGenerator<InterpretedRow> {
  if (table.hidden) return finish(leftOut(table, 'hidden'))
  if (isExample(table.name)) return finish(leftOut(table, 'instructions'))
  const rows = table.rows()[Symbol.asyncIterator]()
  const top = await firstRows(rows)
  const header = findHeader(top)
  if (header === undefined) {
    await rows.return?.()
    return finish(leftOut(table, skipReason(table.name, top)))
  }
  if (top.some(({ number, beyond }) => number === header.row && beyond === true))
    throw new UnreadableFile('import.too_many_columns')
  let sheet = rowContext(table, top, header, context)
  let count = 0
  const headers = [header]
  const totals = new Totals()
  const wrongTotals: WrongTotal[] = []
  const setAside: SetAsideRow[] = []
  for await (const row of after(header, top, rows)) {
    const fault = faultOf(row)
    const next = fault === undefined ? headerOfNext(row, sheet.header) : undefined
    if (next !== undefined) {
      sheet = { ...sheet, header: next }
      headers.push(next)
    }
    const leftover = next !== undefined ? 'header' : fault === undefined ? leftoverKind(row, sheet.header) : undefined
    if (leftover === 'total') wrongTotals.push(...totals.faultsOf(row, sheet.header))
    if (leftover === undefined) {
      count++
      totals.add(row)
      yield fault === undefined ? interpretRow(row, sheet) : unreadableRow(row, fault, sheet)
    } else if (leftover !== 'blank') setAside.push({ row: row.number, why: leftover })
  }
  const said = { town: sheet.town, rows: count, wrongTotals, setAside, ...columnsOf(headers) }
  finish({ ...leftOut(table, count === 0 ? 'empty' : null), ...said })
}

const faultOf = (row: TableRow): RowFault | undefined =>
  row.fault ?? (row.beyond === true ? { code: 'import.row_too_wide', index: null, value: null } : undefined)

const leftOut = (table: Table, skipped: SheetSummary['skipped']): SheetSummary => ({
  name: table.name,
  town: null,
  headerRow: null,
  rows: 0,
  skipped,
  wrongTotals: [],
  setAside: [],
  unknownColumns: [],
  repeatedColumns: [],
  missingColumns: [],
})

/** A sheet that shows how to fill in the others holds no needs. */
const isExample = (name: string) =>
  /(?:填写|填报|填表)?(?:示例|范例|样例|样表|模板)/.test(name) && !/镇|街道|乡/.test(name)

function skipReason(name: string, top: readonly TableRow[]): SheetSummary['skipped'] {
  if (top.length === 0) return 'empty'
  return /说明|须知|要求|封面|目录|字典|示例|样表/.test(name) ? 'instructions' : 'no_header'
}

/** The first rows that hold anything: title, sub-title, header, perhaps already needs. */
async function firstRows(rows: AsyncIterator<TableRow>): Promise<TableRow[]> {
  const top: TableRow[] = []
  while (top.length < limits.headerSearchRows) {
    const next = await rows.next()
    if (next.done === true) break
    if (next.value.fault !== undefined || next.value.cells.some((cell) => cell !== null && cell !== ''))
      top.push(next.value)
  }
  return top
}

async function* after(
  header: Header,
  top: readonly TableRow[],
  rest: AsyncIterator<TableRow>,
): AsyncGenerator<TableRow> {
  yield* top.filter((row) => row.number > header.row)
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value
}

function rowContext(table: Table, top: readonly TableRow[], header: Header, context: ImportContext): RowContext {
  const title = titleAbove(top, header.row)
  const knownTowns = context.knownTowns ?? []
  return {
    sheet: table.name,
    header,
    town: townOfSheet(table.name, title.text, knownTowns),
    knownTowns,
    categories: context.categories ?? new Map(),
    dates: { quarter: title.quarter, reference: context.reference, date1904: table.date1904 },
  }
}

const expected: readonly Column[] = [
  'requesterName',
  'requesterKind',
  'category',
  'urgency',
  'channel',
  'collectedOn',
  'contactName',
  'contactPhone',
]

const columnsOf = (headers: readonly Header[]) => ({
  headerRow: headers[0]?.row ?? null,
  unknownColumns: placesIn(headers.flatMap(({ unknown }) => unknown)),
  repeatedColumns: placesIn(headers.flatMap(({ repeated }) => repeated)),
  missingColumns: expected.filter((column) => headers.every(({ columns }) => columns[column] === undefined)),
})

const placesIn = (columns: readonly HeaderColumn[]) => [...new Set(columns.map(({ at }) => at))]
