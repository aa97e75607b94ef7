import {
  BorderStyle,
  OverlapType,
  Paragraph,
  RelativeHorizontalPosition,
  RelativeVerticalPosition,
  Table,
  TableAnchorType,
  TableCell,
  TableRow,
  WidthType,
} from 'docx'
import type { Paper } from '@dj/shared/follow/bulletin/paper/paper-shape.ts'
import { run, sizes, TABLE_WIDTH } from './docx-pieces.ts'

const inset = sizes.small * 10
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const thick = { style: BorderStyle.SINGLE, size: 8, color: '000000' }
const thin = { ...thick, size: 6 }
const borders = { top: thick, bottom: thick, left: none, right: none, insideHorizontal: thin, insideVertical: none }
/** At the foot of the page. As a table: LibreOffice leaves both a framed paragraph and a table after the text, but the table with its lines. */
const float = {
  horizontalAnchor: TableAnchorType.MARGIN,
  verticalAnchor: TableAnchorType.MARGIN,
  relativeHorizontalPosition: RelativeHorizontalPosition.CENTER,
  relativeVerticalPosition: RelativeVerticalPosition.BOTTOM,
  overlap: OverlapType.NEVER,
} as const

/** 版记: whom else it goes to, who prints it and when, at the foot of the last page between two heavier lines. [GB/T 9704-2012 7.4] */
export function imprintOf({ imprint: { copies, printer, printed } }: Paper): (Table | Paragraph)[] {
  const line = (text: string) =>
    new TableRow({
      cantSplit: true,
      children: [
        new TableCell({
          width: { size: TABLE_WIDTH, type: WidthType.DXA },
          children: [
            new Paragraph({
              indent: { left: inset, right: inset },
              tabStops: [{ type: 'right', position: TABLE_WIDTH - inset }],
              children: [run(text, { size: sizes.small })],
            }),
          ],
        }),
      ],
    })
  const rows = [...(copies === null ? [] : [line(copies)]), line(`${printer}\t${printed}`)]
  const width = { size: TABLE_WIDTH, type: WidthType.DXA }
  const table = new Table({ width, columnWidths: [TABLE_WIDTH], borders, float, rows })
  // What floats hangs on the paragraph after it.
  return [table, new Paragraph({ spacing: { line: 20, lineRule: 'exact' }, children: [] })]
}
