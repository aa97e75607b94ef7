import { limits } from '../limits.ts'
import { struckIn, textOf, uncalculated } from '../rows/cell-text.ts'
import type { Cell, SeenCell, TableRow } from '../table.ts'
import { UnreadableFile } from '../unreadable-file.ts'
import type { CellStyle } from './cell-styles.ts'
import { shownValue } from './shown-value.ts'
import { attribute, cellText, joinedRuns, openTags, xmlPieces } from './xml-pieces.ts'

export interface CellLookup {
  readonly sharedStrings: readonly (string | SeenCell)[]
  readonly styles: readonly CellStyle[]
  readonly date1904: boolean
}

/** The shared string table, in order; an empty `<si/>` counts. */
export async function sharedStringsIn(chunks: AsyncIterable<Uint8Array>): Promise<(string | SeenCell)[]> {
  const strings: (string | SeenCell)[] = []
  for await (const piece of xmlPieces(chunks, 'si', 'sst')) {
    for (const [, attributes] of piece.matchAll(openTags('si'))) {
      strings.push(attributes?.endsWith('/') === true ? '' : joinedRuns(piece))
    }
    if (strings.length > limits.sharedStrings) throw new UnreadableFile('import.too_large')
  }
  return strings
}

/** Rows of one worksheet part, top to bottom. Columns beyond `limits.columns` are not looked at. */
export async function* sheetRows(chunks: AsyncIterable<Uint8Array>, lookup: CellLookup): AsyncGenerator<TableRow> {
  let number = 0
  let hidden = false
  let lines = 0
  let cells = 0
  for await (const piece of xmlPieces(chunks, 'row', 'sheetData')) {
    for (const [, attributes] of piece.matchAll(openTags('row'))) {
      const written = attribute(attributes, 'r') ?? ''
      number = /^\d{1,7}$/.test(written) ? Number(written) : number + 1
      hidden = /^(?:1|true)$/.test(attribute(attributes, 'hidden') ?? '')
    }
    const row = cellsIn(piece, lookup)
    cells += row.cells.length
    if (++lines > limits.lines) throw new UnreadableFile('import.too_many_rows')
    if (cells > limits.cells) throw new UnreadableFile('import.too_many_cells')
    yield hidden ? { number, ...row, hidden } : { number, ...row }
  }
}

const hasWords = /<(?:[\w.-]+:)?[vt](?:\s[^<>]*)?>[^<]/

/** Cells come in the order of their columns: from the first that is not read on, only whether there are words counts. */
function cellsIn(row: string, lookup: CellLookup): { cells: Cell[]; beyond: boolean } {
  const cells: Cell[] = []
  const opening = openTags('c')
  let column = -1
  for (let open = opening.exec(row); open !== null;) {
    column = columnOf(attribute(open[1], 'r')) ?? column + 1
    if (column >= limits.columns) return { cells, beyond: hasWords.test(row.slice(open.index)) }
    while (cells.length < column) cells.push(null)
    const next = opening.exec(row)
    const content = row.slice(open.index + open[0].length, next?.index)
    cells[column] = open[1]?.endsWith('/') === true ? null : cellValue(open[1], content, lookup)
    open = next
  }
  return { cells, beyond: false }
}

/** 0-based column of a reference such as `AB12`. */
export function columnOf(reference: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0]
  if (letters === undefined) return undefined
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

const isFormula = /<(?:[\w.-]+:)?f[\s/>]/

function cellValue(attributes: string | undefined, content: string, lookup: CellLookup): Cell {
  const style = lookup.styles[Number(attribute(attributes, 's') ?? -1)]
  const cell = plainValue(attributes, content, style, lookup)
  return style?.struck === true ? struckOut(cell) : cell
}

function plainValue(
  attributes: string | undefined,
  content: string,
  style: CellStyle | undefined,
  lookup: CellLookup,
): Cell {
  const kind = attribute(attributes, 't') ?? 'n'
  if (kind === 'inlineStr') return joinedRuns(content)
  const raw = /<(?:[\w.-]+:)?v(?:\s[^<>]*)?>([^<]*)</.exec(content)?.[1]
  if (kind === 'n' && (raw ?? '').trim() === '' && isFormula.test(content)) return uncalculated
  if (raw === undefined) return null
  if (kind === 's') return lookup.sharedStrings[Number(raw)] ?? null
  if (kind === 'b') return raw.trim() === '1' || raw.trim() === 'true'
  if (kind !== 'n') return cellText(raw)
  return numberIn(raw, style, lookup)
}

function numberIn(raw: string, style: CellStyle | undefined, lookup: CellLookup): Cell {
  const value = raw.trim() === '' ? Number.NaN : Number(raw)
  return Number.isFinite(value) ? shownValue(value, style, lookup) : raw.trim() || null
}

/** Struck through as a whole: taken back, whatever it held. */
function struckOut(cell: Cell): Cell {
  const words = [textOf(cell), struckIn(cell)].join('')
  return words === '' ? null : { value: null, shown: '', struck: words }
}
