import { findHeader } from '../rows/header.ts'
import { limits } from '../limits.ts'
import type { Table, TableRow } from '../table.ts'
import { UnreadableFile } from '../unreadable-file.ts'
import { csvRecords, type CsvRecord } from './csv-records.ts'

/** A CSV or tab-separated file as one table named like the file; every cell is text. */
export function readCsv(bytes: Uint8Array, fileName: string): Table[] {
  if (bytes.length > limits.csvBytes) throw new UnreadableFile('import.too_large')
  const text = textOf(bytes)
  if (/^\s*</.test(text)) throw new UnreadableFile('import.not_a_workbook')
  const name = fileName.replace(/^.*[\\/]/, '').replace(/\.[a-z0-9]{1,5}$/i, '')
  return [{ name, hidden: false, date1904: false, rows: () => rowsIn(text) }]
}

interface Shape {
  delimiter: string
  /** How many cells a row has, told by the header, and where that stands. */
  width: number
  headerRow: number
}

async function* rowsIn(text: string): AsyncGenerator<TableRow> {
  const shape = shapeOf(text)
  let number = 0
  for (const record of csvRecords(text, shape.delimiter, shape.width)) {
    if (++number > limits.lines) throw new UnreadableFile('import.too_many_rows')
    yield number > shape.headerRow ? checked(toRow(record, number), shape) : toRow(record, number)
  }
}

/** The delimiter under which the first rows name the most columns. */
function shapeOf(text: string): Shape {
  const shapes = [',', '\t', ';', '，'].map((delimiter) => {
    const header = findHeader(firstRows(text, delimiter))
    const size = header === undefined ? 0 : Object.keys(header.columns).length
    return { size, delimiter, width: header?.width ?? Infinity, headerRow: header?.row ?? Infinity }
  })
  return shapes.reduce((best, each) => (each.size > best.size ? each : best))
}

function firstRows(text: string, delimiter: string): TableRow[] {
  const rows: TableRow[] = []
  let number = 0
  for (const record of csvRecords(text, delimiter)) {
    const row = toRow(record, ++number)
    if (row.cells.some((cell) => cell !== '')) rows.push(row)
    if (rows.length === limits.headerSearchRows || number > limits.lines) break
  }
  return rows
}

function toRow(record: CsvRecord, number: number): TableRow {
  if ('cells' in record) return readable(record.cells, number)
  const { index, text } = record.stray
  return { number, cells: [], fault: { code: 'import.quote_unescaped', index, value: text } }
}

const readable = (cells: readonly string[], number: number): TableRow => {
  if (cells.length <= limits.columns) return { number, cells }
  const beyond = cells.slice(limits.columns).some((cell) => cell.trim() !== '')
  return { number, cells: cells.slice(0, limits.columns), beyond }
}

/** Words beyond the last named column: a delimiter within a cell has pushed the others aside, and nobody knows which. */
function checked(row: TableRow, { width }: Shape): TableRow {
  const beyond = row.cells.findIndex((cell, index) => index >= width && String(cell).trim() !== '')
  if (beyond < 0) return row
  // What was pushed aside may be anybody's telephone number: the column is enough to find it.
  return { ...row, fault: { code: 'import.row_too_wide', index: beyond, value: null } }
}

/** Strict UTF-8 first, because GB18030 accepts nearly anything; UTF-16 only with its mark (Excel's "Unicode text"). */
function textOf(bytes: Uint8Array): string {
  const encodings = bytes[0] === 0xff && bytes[1] === 0xfe ? ['utf-16le'] : ['utf-8', 'gb18030']
  for (const encoding of encodings) {
    const text = decodeStrictly(bytes, encoding)
    // A NUL means a binary file that happens to decode; other control characters are the row's own mistake.
    if (text !== undefined && !text.includes('\0')) return text
  }
  throw new UnreadableFile('import.not_a_workbook')
}

function decodeStrictly(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
