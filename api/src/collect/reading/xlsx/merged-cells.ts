import { limits } from '../limits.ts'
import { columnOf } from './sheet-rows.ts'
import type { Cell, TableRow } from '../table.ts'
import { UnreadableFile } from '../unreadable-file.ts'
import { attribute, decoded, openTags } from './xml-pieces.ts'

/** A cell that stretches downwards over several rows: each of them means the same value. */
export interface TallCell {
  readonly column: number
  readonly top: number
  readonly bottom: number
}

/** Merged ranges of a worksheet part that span more than one row. They follow the rows, hence a pass of their own. */
export async function tallCells(chunks: AsyncIterable<Uint8Array>): Promise<TallCell[]> {
  const found: TallCell[] = []
  let rest = ''
  for await (const text of decoded(chunks)) {
    const buffer = rest + text
    for (const [, attributes] of buffer.matchAll(openTags('mergeCell'))) {
      const tall = tallCell(attribute(attributes, 'ref') ?? '')
      if (tall !== undefined) found.push(tall)
    }
    if (found.length > limits.merges) throw new UnreadableFile('import.too_large')
    const open = buffer.lastIndexOf('<')
    rest = open < 0 || buffer.indexOf('>', open) >= 0 ? '' : buffer.slice(open).slice(0, 1_000)
  }
  return found.toSorted((a, b) => a.top - b.top)
}

function tallCell(reference: string): TallCell | undefined {
  const corners = /^([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})$/.exec(reference)
  if (corners === null || corners[2] === corners[3]) return undefined
  const column = columnOf(corners[1]) ?? 0
  return { column, top: Number(corners[2]), bottom: Number(corners[3]) }
}

/** Repeats the value of each tall cell in the rows it covers. */
export async function* withTallCellsFilled(
  rows: AsyncIterable<TableRow>,
  tall: readonly TallCell[],
): AsyncGenerator<TableRow> {
  const open = new Map<number, { bottom: number; value: Cell }>()
  let next = 0
  for await (const row of rows) {
    const cells = [...row.cells]
    for (const [column, { bottom, value }] of open) {
      if (row.number > bottom) open.delete(column)
      else if (isBlank(cells[column])) fill(cells, column, value)
    }
    for (let cell = tall[next]; cell !== undefined && cell.top <= row.number; cell = tall[++next]) {
      if (cell.top === row.number && cell.column < limits.columns) {
        open.set(cell.column, { bottom: cell.bottom, value: cells[cell.column] ?? null })
      }
    }
    yield { ...row, cells }
  }
}

const isBlank = (cell: Cell | undefined) => cell === undefined || cell === null || cell === ''

function fill(cells: Cell[], column: number, value: Cell): void {
  while (cells.length <= column) cells.push(null)
  cells[column] = value
}
