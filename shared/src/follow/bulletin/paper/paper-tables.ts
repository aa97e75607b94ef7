import type { BulletinBody, Figure } from '../bulletin.schema.ts'
import { figureDefinitions, isOverTooFew } from '../definitions.ts'
import type { Column, NoteLine, PaperTable, Section } from './paper-shape.ts'
import { type PaperLanguage, paperWords, type PaperWords } from './paper-words.ts'
import { changeOf, percent } from './shares.ts'

const numeric = (widths: number | readonly number[], titles: readonly string[]): Column[] =>
  titles.map((title, i) => ({ title, width: typeof widths === 'number' ? widths : (widths[i] ?? 0), numeric: true }))

/** Every rate with its numerator and denominator, its interval where it is an estimate, and the quarter before where there was one. */
export function figureTable(figures: readonly Figure[], words: PaperWords): Section {
  const { heading, alone, name, titles, before } = words.figures
  const compares = figures.some(({ previous }) => previous !== null)
  const columns = compares
    ? [{ title: name, width: 24 }, ...numeric([13, 12, 19, 11, 21], [...titles, ...before])]
    : [{ title: name, width: 36 }, ...numeric([20, 20, 24], titles)]
  const rows = figures.map((figure) => figureRow(figure, words).slice(0, columns.length))
  return { heading, paragraphs: compares ? [] : [alone], table: { columns, rows } }
}

function figureRow(figure: Figure, words: PaperWords): string[] {
  const { code, numerator, denominator, low, high, previous } = figure
  const change = changeOf(figure)
  return [
    nameOf(code, words),
    `${numerator}/${denominator}`,
    isOverTooFew(figure) ? words.figures.tooFew : percent(numerator, denominator),
    low === null || high === null ? '—' : `${percent(low, 1)}${words.to}${percent(high, 1)}`,
    previous === null ? '—' : percent(previous.numerator, previous.denominator),
    change === undefined ? '—' : words.change(change.way, change.points),
  ]
}

/** What a figure is called; one that is no longer defined goes by its code. */
function nameOf(code: string, words: PaperWords): string {
  const definition = figureDefinitions.find((each) => each.code === code)
  return definition?.[words === paperWords.en ? 'en' : 'zh'] ?? code
}

export const townTable = ({ towns }: BulletinBody, words: PaperWords): PaperTable => ({
  columns: [{ title: words.town, width: 30 }, ...numeric(14, words.verdicts.titles)],
  rows: towns.map(({ town, checked, passed, rectify, retire }) => [
    ...[town, `${checked}`, `${passed}`, `${rectify}`, `${retire}`, percent(passed, checked)],
  ]),
})

/** What the sample can find, town by town. */
export const powerTable = ({ power }: BulletinBody, words: PaperWords): PaperTable => ({
  columns: [{ title: words.town, width: 40 }, ...numeric(20, words.power.titles)],
  rows: power.map(({ town, total, drawn, chance }) => [
    ...[town === '—' ? words.power.noTown : town, `${total}`, `${drawn}`, percent(chance, 1)],
  ]),
})

/** What each figure counts, under which versions, and the two hashes everybody can hold it against. */
export function noteLines(body: BulletinBody, language: PaperLanguage): NoteLine[] {
  const { settingsVersion, checklistVersions, definitionsVersion = 1, frameHash, chainHead, definitions } = body
  const { versions, frame, chain } = paperWords[language].notes
  return [
    ...definitions.map((definition) => split(definition[language])),
    [versions.name, versions.said(definitionsVersion, settingsVersion, checklistVersions)],
    [frame, frameHash],
    [chain.name, chain.said(chainHead.seq, chainHead.hash)],
  ]
}

/** 认领率：有过认领的… — the name before the colon, the definition after it. */
function split(definition: string): NoteLine {
  const [name = '', ...rest] = definition.split(/：|: /)
  return [name, rest.join('：')]
}
