import { AlignmentType, BorderStyle, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx'
import type { Column, Section } from './bulletin.document.ts'

// Half points and twentieths of a point, as Word counts; the faces are those of official documents (GB/T 9704).
export const faces = { body: '仿宋', head: '黑体', title: '方正小标宋简体' } as const
export const red = 'C8161D'
export const page = {
  size: { width: 11_906, height: 16_838 },
  margin: { top: 1_700, bottom: 1_500, left: 1_500, right: 1_400 },
}
export const TABLE_WIDTH = page.size.width - page.margin.left - page.margin.right

export const face = (eastAsia: string) => ({ ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia })
export const run = (
  text: string,
  { font = faces.body, ...options }: { font?: string; size?: number; bold?: boolean; color?: string } = {},
) => new TextRun({ text, font: face(font), ...options })

/** A table of three lines, its head repeated on every page. */
export function tableOf({ columns, rows }: NonNullable<Section['table']>): Table {
  const line = { style: BorderStyle.SINGLE, size: 8, color: '1A1A1A' }
  const thin = { style: BorderStyle.SINGLE, size: 4, color: 'C9C9C6' }
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
  const titles = columns.map((column) => cell(column, column.title, true))
  return new Table({
    width: { size: TABLE_WIDTH, type: WidthType.DXA },
    columnWidths: columns.map(widthOf),
    borders: { top: line, bottom: line, left: none, right: none, insideHorizontal: thin, insideVertical: none },
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: titles }),
      ...rows.map(
        (row) =>
          new TableRow({ cantSplit: true, children: columns.map((column, i) => cell(column, row[i] ?? '', false)) }),
      ),
    ],
  })
}

const widthOf = ({ width }: Column): number => Math.round((TABLE_WIDTH * width) / 100)
const cell = (column: Column, text: string, bold: boolean) =>
  new TableCell({
    width: { size: widthOf(column), type: WidthType.DXA },
    margins: { top: 50, bottom: 50, left: 80, right: 80 },
    children: [
      new Paragraph({
        alignment: column.numeric ? AlignmentType.RIGHT : AlignmentType.LEFT,
        children: [run(text, { size: 20, bold })],
      }),
    ],
  })
