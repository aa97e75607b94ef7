import { withoutRadicals } from '@dj/shared/platform/radicals.ts'
import { showsNothing } from '@dj/shared/platform/text.schema.ts'
import { type Cell, isSeen } from '../table.ts'

// Zero-width leftovers of copying from chats and web pages; they carry nothing.
const zeroWidth = /[\u200B\u2060\uFEFF]/g

/** The cell as people read it: NFC, line ends as `\n`, trimmed; dates as `2026-10-09`. */
export function textOf(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10)
  const text = typeof cell === 'string' ? cell : isSeen(cell) ? cell.shown : String(cell)
  const plain = withoutRadicals(text.normalize('NFC'))
    .replace(/\r\n?|[\v\f\u2028\u2029]/g, '\n')
    .replace(zeroWidth, '')
    .trim()
  return showsNothing(plain) ? '' : plain
}

/** What is struck through in the cell: taken back by whoever wrote it. */
export const struckIn = (cell: Cell | undefined): string => (isSeen(cell) ? textOf(cell.struck) : '')

/** One line, single spaces: for names. */
export const lineOf = (cell: Cell | undefined): string => textOf(cell).replace(/\s+/g, ' ')

/** For comparing words: full-width folded, no spaces, lower case. */
export const foldedOf = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '').toLowerCase()

/** What was hidden shown as `\uFFFD`, so that it can be quoted. */
export const visible = (text: string): string =>
  text.toWellFormed().replace(/(?![\t\n])[\p{Cc}\p{Bidi_Control}\u{E0000}-\u{E007F}]/gu, '\uFFFD')

/** Excel's own error values, shown where a formula failed. */
export const isCellError = (text: string): boolean => /^#(?:REF!|N\/A|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!)$/.test(text)

/** Stands in a cell whose formula has no result in the file: what it would say is not known. */
export const uncalculated = '#CALC!'

/** Characters as the schemas and the database count them: a rare Han character is one. */
export const lengthOf = (text: string): number => [...text].length

export const cutTo = (text: string, length: number): string => [...text].slice(0, length).join('')
