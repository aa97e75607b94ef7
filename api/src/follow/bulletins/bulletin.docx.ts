import { AlignmentType, BorderStyle, Document, type ISectionOptions, Packer, Paragraph, type Table } from 'docx'
import type { Paper, Section } from '@dj/shared/follow/bulletin/paper/paper-shape.ts'
import { fontTable } from './docx-fonts.ts'
import { imprintOf } from './docx-imprint.ts'
import { distance, em, face, faces, grid, LINE, page, pageNumbers, red, run, sizes, tableOf } from './docx-pieces.ts'

/** The paper as a Word file, as official papers are set. [GB/T 9704-2012] */
export async function bulletinDocx(paper: Paper): Promise<Uint8Array> {
  const children = [
    ...head(paper),
    ...paper.opening.map((text) => indented(text)),
    ...paper.sections.flatMap(section),
    blank(),
    indented(paper.annexNote, true), // signatures and seals do not stand on a page of their own

    ...signature(paper),
    ...annex(paper),
    ...imprintOf(paper),
  ]
  const only: ISectionOptions = { properties: { page, grid }, footers: pageNumbers(), children }
  const styles = { default: { document: { run: { font: face(faces.body), size: sizes.body } } } }
  const document = new Document({
    ...{ title: paper.title, styles, sections: [only] },
    evenAndOddHeaderAndFooters: true,
  })
  return new Uint8Array(await Packer.toBuffer(document, undefined, [fontTable]))
}

const centred = { alignment: AlignmentType.CENTER }
const blank = (lines = 1, keepNext = false) =>
  new Paragraph({ keepNext, spacing: { line: LINE * lines, lineRule: 'exact' }, children: [] })
/** As large as the name allows on one line: of a length that most have, 44 pt. */
const markSize = (mark: string) => 2 * Math.min(44, Math.floor(436 / Math.max(1, mark.length)))

function head({ mark, number, draft, title, addressees }: Paper): Paragraph[] {
  const rule = { bottom: { style: BorderStyle.SINGLE, size: 12, color: red, space: 11 } } // 4 mm below
  return [
    new Paragraph({
      ...centred,
      spacing: { before: distance(35) },
      children: [run(mark, { font: faces.title, size: markSize(mark), color: red })],
    }),
    blank(2),
    new Paragraph({ ...centred, border: rule, children: [run([number, draft].filter(Boolean).join('　'))] }),
    blank(2),
    new Paragraph({
      ...centred,
      spacing: { line: LINE, lineRule: 'exact' },
      children: titleLines(title).map((text, i) =>
        run(text, { font: faces.title, size: sizes.title, ...(i > 0 && { break: 1 }) }),
      ),
    }),
    blank(),
    new Paragraph({ children: [run(addressees)] }),
  ]
}

/** A title longer than a line is broken where its sense allows. [GB/T 9704-2012 7.3.1] */
const titleLines = (title: string): string[] => (title.length > 20 ? title.split(/(?=跟单检查)/) : [title])

const indented = (text: string, keepNext = false) =>
  new Paragraph({ keepNext, indent: { firstLine: em(2) }, alignment: AlignmentType.BOTH, children: [run(text)] })

function section({ heading, paragraphs, table }: Section): (Paragraph | Table)[] {
  const title = new Paragraph({
    keepNext: true,
    indent: { firstLine: em(2) },
    children: [run(heading, { font: faces.head })],
  })
  return [title, ...paragraphs.map((text) => indented(text)), ...(table ? [tableOf(table)] : [])]
}

/** The date four characters from the edge, under the seals that will be set on it. */
const signature = ({ signers, date }: Paper): Paragraph[] => [
  blank(2, true),
  ...[...signers, date].map(
    (text, i) =>
      new Paragraph({
        keepNext: i < signers.length,
        alignment: AlignmentType.RIGHT,
        indent: { right: em(i < signers.length ? 2 : 4) },
        children: [run(text)],
      }),
  ),
]

const annex = ({ annex: { label, title, lines } }: Paper): Paragraph[] => [
  new Paragraph({ pageBreakBefore: true, children: [run(label, { font: faces.head })] }),
  blank(),
  new Paragraph({
    ...centred,
    spacing: { line: LINE, lineRule: 'exact' },
    children: [run(title, { font: faces.title, size: sizes.title })],
  }),
  blank(),
  ...lines.map(
    ([name, text]) =>
      new Paragraph({
        spacing: { line: 400, lineRule: 'exact' },
        children: [run(`${name}：`, { size: sizes.table, font: faces.head }), run(text, { size: sizes.table })],
      }),
  ),
]
