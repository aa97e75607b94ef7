import { BulletinBody, type BulletinView, type JudgedLine } from '../bulletin.schema.ts'
import { civilDateOf } from '../../../platform/time/quarter.ts'
import { figureTable, noteLines, powerTable, townTable } from './paper-tables.ts'
import { opening, verdictWords } from './paper-sentences.ts'
import type { NoteLine, Paper, Section } from './paper-shape.ts'
import { type PaperLanguage, paperWords, type PaperWords } from './paper-words.ts'

type Bulletin = Pick<BulletinView, 'state' | 'version' | 'correction' | 'signedBy' | 'publishedAt'> & { body: unknown }

/** The one source of a bulletin's words. */
export function bulletinPaper(view: Bulletin, language: PaperLanguage = 'zh'): Paper {
  const words = paperWords[language]
  const body = BulletinBody.parse(view.body)
  const date = view.publishedAt === null ? words.unsigned : words.day(civilDateOf(new Date(view.publishedAt)))
  const [leading = ''] = body.leadBodies
  const copies = body.office?.copies ?? []
  return {
    mark: words.mark(leading),
    number: body.number,
    draft: view.state === 'draft' ? words.draft : null,
    title: body.title,
    addressees: words.addressees(body.office?.addressees ?? words.everybody),
    opening: [...(view.correction === null ? [] : [words.corrected(view.correction)]), opening(body, words)],
    sections: sectionsOf(body, words).map((each, i) => ({ ...each, heading: words.nth(i) + each.heading })),
    annexNote: words.annexNote,
    signers: body.leadBodies,
    date,
    annex: {
      ...{ label: words.annex, title: words.annexTitle },
      lines: [
        ...noteLines(body, language),
        ...(view.signedBy === null ? [] : [[words.signedBy, view.signedBy] satisfies NoteLine]),
      ],
    },
    imprint: {
      copies: copies.length === 0 ? null : words.copies(copies),
      printer: body.office?.printer ?? leading,
      printed: view.publishedAt === null ? words.unsigned : words.printed(date),
    },
  }
}

function sectionsOf(body: BulletinBody, words: PaperWords): Section[] {
  return [
    figureTable(body.figures, words),
    { heading: words.verdicts.heading, paragraphs: verdictWords(body, words), table: townTable(body, words) },
    { heading: words.power.heading, paragraphs: [words.power.explained], table: powerTable(body, words) },
    listed(words.rectified, body.rectified, words),
    listed(words.retired, body.retired, words),
    listed(words.excused, body.excused, words),
    ...judgedSections(body, words),
  ]
}

/** By name what the verdicts count; bulletins from before name not all of them. */
function judgedSections({ judged, verdicts, lateFindings }: BulletinBody, words: PaperWords): Section[] {
  const of = (verdict: JudgedLine['verdict']) => judged.filter((line) => line.verdict === verdict)
  const late = judged.filter((line) => line.late)
  const lists = [
    [words.toRectify, of('rectify'), verdicts.rectify],
    [words.toRetire, of('propose_retirement'), verdicts.propose_retirement],
    [words.passed, of('pass'), verdicts.pass],
    [words.late, late, lateFindings],
  ] as const
  const named = lists.filter(([, lines, counted]) => lines.length === counted)
  return named
    .filter(([title, lines]) => title !== words.late || lines.length > 0)
    .map(([title, lines]) => listed(title, lines, words))
}

interface ListWords {
  readonly heading: string
  readonly reason: string
}

function listed({ heading, reason }: ListWords, lines: BulletinBody['rectified'], words: PaperWords): Section {
  if (lines.length === 0) return { heading, paragraphs: [words.none] }
  const columns = [
    { title: words.line.number, width: 21 },
    { title: words.line.order, width: 30 },
    { title: words.line.owner, width: 20 },
    { title: reason, width: 29 },
  ]
  const rows = lines.map((line) => [line.number ?? '—', line.title, line.owner, line.reason])
  return { heading: words.counted(heading, lines.length), paragraphs: [], table: { columns, rows } }
}
