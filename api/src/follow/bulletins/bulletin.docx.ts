import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  type ISectionOptions,
  Packer,
  PageNumber,
  Paragraph,
  type Table,
  TextRun,
} from 'docx'
import type { BulletinDocument, Section } from './bulletin.document.ts'
import { face, faces, page, red, run, TABLE_WIDTH, tableOf } from './docx-pieces.ts'

/** The same document as a Word file. */
export async function bulletinDocx(document: BulletinDocument): Promise<Uint8Array> {
  const children = [
    ...head(document),
    ...document.opening.map(indented),
    ...document.sections.flatMap(section),
    ...signature(document),
    ...notes(document),
  ]
  const only: ISectionOptions = { properties: { page }, footers: { default: pageNumbers() }, children }
  const styles = { default: { document: { run: { font: face(faces.body), size: 24 } } } }
  return new Uint8Array(await Packer.toBuffer(new Document({ title: document.title, styles, sections: [only] })))
}

function head({ organization, issue, date, draft, title, addressees }: BulletinDocument): Paragraph[] {
  const centred = { alignment: AlignmentType.CENTER }
  const rule = { bottom: { style: BorderStyle.SINGLE, size: 18, color: red, space: 4 } }
  return [
    new Paragraph({
      ...centred,
      spacing: { after: 240 },
      children: [run(organization, { font: faces.title, size: 48, color: red })],
    }),
    new Paragraph({
      tabStops: [{ type: 'right', position: TABLE_WIDTH }],
      border: rule,
      spacing: { after: 360 },
      children: [run(`${issue}\t${date}${draft ? '（草稿）' : ''}`)],
    }),
    new Paragraph({
      ...centred,
      spacing: { after: 300, line: 480 },
      children: [run(title, { font: faces.title, size: 36 })],
    }),
    new Paragraph({ spacing: { line: 420 }, children: [run(addressees)] }),
  ]
}

const indented = (text: string) =>
  new Paragraph({
    indent: { firstLine: 480 },
    spacing: { line: 420 },
    alignment: AlignmentType.BOTH,
    children: [run(text)],
  })

function section({ heading, paragraphs, table }: Section): (Paragraph | Table)[] {
  const title = new Paragraph({
    keepNext: true,
    spacing: { before: 240, after: 80 },
    children: [run(heading, { font: faces.head, size: 26 })],
  })
  return [title, ...paragraphs.map(indented), ...(table ? [tableOf(table)] : [])]
}

const signature = ({ signers, date }: BulletinDocument) =>
  [...signers, date].map(
    (text, i) =>
      new Paragraph({
        alignment: AlignmentType.RIGHT,
        spacing: { before: i === 0 ? 600 : 0 },
        indent: { right: 480 },
        children: [run(text)],
      }),
  )

const notes = ({ notes: lines }: BulletinDocument) => [
  new Paragraph({
    keepNext: true,
    spacing: { before: 480, after: 60 },
    children: [run('指标口径与核验信息', { font: faces.head, size: 20 })],
  }),
  ...lines.map(
    ([name, text]) =>
      new Paragraph({ children: [run(`${name}：`, { size: 18, bold: true }), run(text, { size: 18 })] }),
  ),
]

const pageNumbers = () =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], size: 21 })],
      }),
    ],
  })
