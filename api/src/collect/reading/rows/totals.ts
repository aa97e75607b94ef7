import type { WrongTotal } from '@dj/shared/collect/need/import.schema.ts'
import type { Cell, TableRow } from '../table.ts'
import { foldedOf, textOf } from './cell-text.ts'
import { type Header, letterOf } from './header.ts'

interface Block {
  rows: number
  /** Per column what its figures add up to; NaN once a cell holds something else. */
  readonly sums: Map<number, number>
}

const label = /^(?:合计|小计|总计|共计|总数|共)[::]?/
const counter = /[条项件个]$/

/** Adds up the rows of a sheet and holds its total rows against them. */
export class Totals {
  /** Rows since the last total of any kind, and all of them. */
  #part: Block = { rows: 0, sums: new Map() }
  readonly #all: Block = { rows: 0, sums: new Map() }

  /** A row that a total sums. */
  add(row: TableRow): void {
    for (const block of [this.#part, this.#all]) {
      block.rows += 1
      for (const [index, cell] of row.cells.entries()) add(block.sums, index, cell)
    }
  }

  /** Where the figures of a total row differ from what stands above it. A 小计 sums its part, any other may sum the whole. */
  faultsOf(row: TableRow, header: Header): WrongTotal[] {
    const isPart = row.cells.some((cell) => foldedOf(textOf(cell)).startsWith('小计'))
    const blocks = isPart ? [this.#part] : [this.#all, this.#part]
    const faults = figuresIn(row, header).flatMap(({ index, stated, at }) => {
      const found = blocks.map(({ rows, sums }) => (at === null ? rows : (sums.get(index) ?? Number.NaN)))
      const [counted = Number.NaN] = found
      if (Number.isNaN(counted) || found.some((figure) => Math.abs(figure - stated) < 1e-6)) return []
      return [{ row: row.number, column: at, stated, counted: Math.round(counted * 1e6) / 1e6 }]
    })
    this.#part = { rows: 0, sums: new Map() }
    return faults
  }
}

function add(sums: Map<number, number>, index: number, cell: Cell): void {
  const text = foldedOf(textOf(cell))
  if (text !== '') sums.set(index, (sums.get(index) ?? 0) + (figureOf(text) ?? Number.NaN))
}

const figureOf = (text: string): number | undefined =>
  /^-?\d{1,12}(?:\.\d{1,6})?$/.test(text) ? Number(text) : undefined

/** `at` is null where the figure is a number of needs, else the column that it sums. */
function figuresIn(row: TableRow, header: Header): { index: number; stated: number; at: string | null }[] {
  const known = new Set(Object.values(header.columns).map(({ index }) => index))
  const names = new Map([...header.unknown, ...header.repeated].map(({ index, at }) => [index, at]))
  const figures = row.cells.flatMap((cell, index) => {
    const text = foldedOf(textOf(cell))
    const stated = figureOf(text.replace(label, '').replace(counter, ''))
    if (stated === undefined) return []
    const isCount = known.has(index) || label.test(text) || counter.test(text)
    return [{ index, stated, at: isCount ? null : (names.get(index) ?? letterOf(index)) }]
  })
  const [count] = figures.filter(({ at }) => at === null)
  return [...(count === undefined ? [] : [count]), ...figures.filter(({ at }) => at !== null)]
}
