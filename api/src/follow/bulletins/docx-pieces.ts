import {
  AlignmentType,
  BorderStyle,
  DocumentGridType,
  Footer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { Column, PaperTable } from '@dj/shared/follow/bulletin/paper/paper-shape.ts'

// Half points for letters, twentieths of a point for lengths, as Word counts. [GB/T 9704-2012 5]
export const faces = { body: '仿宋', head: '黑体', title: '方正小标宋简体', digits: '宋体' } as const
export const sizes = { title: 44, body: 32, small: 28, table: 21 } as const
export const red = 'C8161D'
const mm = (length: number) => Math.round((length * 1440) / 25.4)
/** Page and 版心 of 156 × 225 mm: 28 characters of 16 pt × 22 lines, which is a little less than 16 pt for each character. */
export const page = {
  size: { width: mm(210), height: mm(297) },
  margin: { top: mm(37), bottom: mm(35), left: mm(28), right: mm(26), header: mm(15), footer: mm(23) },
}
export const TABLE_WIDTH = page.size.width - page.margin.left - page.margin.right
export const LINE = Math.floor((page.size.height - page.margin.top - page.margin.bottom) / 22)
const pitch = TABLE_WIDTH / 20 / 28
// The lines stand on a grid, the characters on none: where a character is wider than the grid's cell, LibreOffice gives it two
// and sets 14 on a line. Each stands a little closer instead, in twentieths of a point.
export const grid = { type: DocumentGridType.LINES, linePitch: LINE }
export const TIGHT = Math.floor((pitch - sizes.body / 2) * 20)
/** So many characters of body text. */
export const em = (count: number): number => Math.round(count * pitch * 20)
export const distance = mm

export const face = (eastAsia: string) => ({ ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia })
export const run = (
  text: string,
  {
    font = faces.body,
    ...options
  }: { font?: string; size?: number; bold?: boolean; color?: string; break?: number } = {},
) => new TextRun({ text, font: face(font), characterSpacing: options.size === undefined ? TIGHT : 0, ...options })

/** 4-point-size Arabic digits between dashes, one character in from the outer edge: right on odd pages, left on even ones. */
export const pageNumbers = () => ({
  default: footer(AlignmentType.RIGHT, { right: sizes.small * 10 }),
  even: footer(AlignmentType.LEFT, { left: sizes.small * 10 }),
})
const number: ParagraphChild = new TextRun({
  children: ['— ', PageNumber.CURRENT, ' —'],
  font: { name: faces.digits },
  size: sizes.small,
})
const footer = (alignment: 'right' | 'left', indent: { right: number } | { left: number }) =>
  new Footer({ children: [new Paragraph({ alignment, indent, children: [number] })] })

/** A table of three lines, its head repeated on every page, no row of it cut by one. */
export function tableOf({ columns, rows }: PaperTable): Table {
  const line = { style: BorderStyle.SINGLE, size: 8, color: '1A1A1A' }
  const thin = { style: BorderStyle.SINGLE, size: 4, color: 'C9C9C6' }
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
  const titles = columns.map((column) => cell(column, column.title, faces.head))
  return new Table({
    width: { size: TABLE_WIDTH, type: WidthType.DXA },
    columnWidths: columns.map(widthOf),
    borders: { top: line, bottom: line, left: none, right: none, insideHorizontal: thin, insideVertical: none },
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: titles }),
      ...rows.map(
        (row) =>
          new TableRow({
            cantSplit: true,
            children: columns.map((column, i) => cell(column, row[i] ?? '', faces.body)),
          }),
      ),
    ],
  })
}

const widthOf = ({ width }: Column): number => Math.round((TABLE_WIDTH * width) / 100)
// Two lines of a cell stand closer than the grid's: a list is no running text.
const cell = (column: Column, text: string, font: string) =>
  new TableCell({
    width: { size: widthOf(column), type: WidthType.DXA },
    margins: { top: 60, bottom: 60, left: 80, right: 80 },
    children: [
      new Paragraph({
        alignment: column.numeric ? AlignmentType.RIGHT : AlignmentType.LEFT,
        spacing: { line: 320, lineRule: 'exact' },
        children: [run(text, { size: sizes.table, font })],
      }),
    ],
  })
