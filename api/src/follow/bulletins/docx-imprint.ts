import {
  BorderStyle,
  FrameAnchorType,
  FrameWrap,
  HorizontalPositionAlign,
  Paragraph,
  VerticalPositionAlign,
} from 'docx'
import type { Paper } from '@dj/shared/follow/bulletin/paper/paper-shape.ts'
import { run, sizes, TABLE_WIDTH } from './docx-pieces.ts'

const inset = sizes.small * 10
const bottomOfThePage = {
  type: 'alignment',
  width: TABLE_WIDTH,
  height: 0,
  wrap: FrameWrap.NOT_BESIDE,
  anchor: { horizontal: FrameAnchorType.MARGIN, vertical: FrameAnchorType.MARGIN },
  alignment: { x: HorizontalPositionAlign.CENTER, y: VerticalPositionAlign.BOTTOM },
} as const
const thick = { style: BorderStyle.SINGLE, size: 8, color: '000000', space: 1 }
const thin = { ...thick, size: 6 }

/** 版记: whom else it goes to, who prints it and when, at the foot of the last page between two heavier lines. [GB/T 9704-2012 7.4] */
export function imprintOf({ imprint: { copies, printer, printed } }: Paper): Paragraph[] {
  const line = (text: string, border: object) =>
    new Paragraph({
      frame: bottomOfThePage,
      border,
      indent: { left: inset, right: inset },
      tabStops: [{ type: 'right', position: TABLE_WIDTH - inset }],
      children: [run(text, { size: sizes.small })],
    })
  const last = line(`${printer}\t${printed}`, { top: copies === null ? thick : thin, bottom: thick })
  return copies === null ? [last] : [line(copies, { top: thick }), last]
}
