import Papa from 'papaparse'
import { limits } from './limits.ts'
import type { Table, TableRow } from './table.ts'
import { UnreadableFile } from './unreadable-file.ts'

/** A CSV or tab-separated file as one table named like the file; every cell is text. */
export function readCsv(bytes: Uint8Array, fileName: string): Table[] {
  if (bytes.length > limits.csvBytes) throw new UnreadableFile('import.too_large')
  const text = textOf(bytes)
  if (/^\s*</.test(text)) throw new UnreadableFile('import.not_a_workbook')
  const preview = limits.rows + 1_000
  const { data, errors } = Papa.parse<string[]>(text, { preview, delimitersToGuess: [',', '\t', ';', '，'] })
  if (errors.some((error) => error.code === 'MissingQuotes')) throw new UnreadableFile('import.not_a_workbook')
  if (data.length >= preview) throw new UnreadableFile('import.too_many_rows')
  const name = fileName.replace(/^.*[\\/]/, '').replace(/\.[a-z0-9]{1,5}$/i, '')
  return [{ name, hidden: false, date1904: false, rows: () => rowsIn(data) }]
}

async function* rowsIn(data: readonly string[][]): AsyncGenerator<TableRow> {
  for (const [index, cells] of data.entries()) yield { number: index + 1, cells: cells.slice(0, limits.columns) }
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
