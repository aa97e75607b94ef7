import { foldedOf, struckIn, textOf } from './cell-text.ts'
import { type Column, type Header, isHeaderAgain } from './header.ts'
import type { Cell, TableRow } from '../table.ts'
import type { SetAside } from '@dj/shared/collect/need/import.schema.ts'

/** Why a row below the header is no need, or undefined if it may be one. */
export type Leftover = 'blank' | SetAside

const carriers: readonly Column[] = ['requesterName', 'body', 'contactName', 'contactPhone', 'remark']

export function leftoverKind(row: TableRow, header: Header): Leftover | undefined {
  const textIn = (column: Column) => typed(row.cells[header.columns[column]?.index ?? -1])
  const filled = row.cells.map(typed).filter((text) => text !== '')
  const [first] = filled
  if (first === undefined) return 'blank'
  if (filled.length <= 5 && isTotal(first, textIn('body'))) return 'total'
  if (filled.length <= 3 && isFooter(first)) return 'footer'
  // A numbered row with nothing but preset choices is the empty rest of a form.
  if (carriers.every((column) => textIn(column) === '')) return 'unfilled'
  if (/^(?:示?例\d*|例如)$/.test(foldedOf(textIn('number')))) return 'example'
  return isHeaderAgain(row, header) ? 'header' : undefined
}

/** Words struck through count: who took them back is told, and not passed over. */
const typed = (cell: Cell | undefined) => textOf(cell) || struckIn(cell)

const isTotal = (first: string, body: string) =>
  /^(?:合计|小计|总计|共计|总数)[::]?(?:\d+[条项件个]?)?$/.test(foldedOf(first)) &&
  /^(?:共?\d*[条项件个]?)$/.test(foldedOf(body))

const isFooter = (first: string) =>
  /^(?:填表人|填报人|制表人?|审核人?|负责人|单位负责人|分管领导|注|备注|说明|填表说明)[::]/.test(foldedOf(first))
