import { simplifiedOf } from '@dj/db/search/terms.ts'
import { textOf } from '../rows/cell-text.ts'
import type { TableRow } from '../table.ts'

/** What the lines above the header say about every row below them. */
export interface SheetTitle {
  readonly text: string
  readonly quarter: TitleQuarter | undefined
}

export interface TitleQuarter {
  readonly year: number
  /** First and last month meant: a quarter, a half-year, or the whole year. */
  readonly months: readonly [number, number]
}

export function titleAbove(rows: readonly TableRow[], headerRow: number): SheetTitle {
  const above = rows.filter((row) => row.number < headerRow)
  const text = above
    .flatMap((row) => row.cells.map(textOf))
    .filter((cell) => cell !== '')
    .join('\n')
  return { text, quarter: quarterIn(text) }
}

const ordinals = ['一', '二', '三', '四']

/** `2026年第四季度`, `2026年4季度`, `2026Q4`, `2026年下半年`; else the first year alone. */
export function quarterIn(text: string): TitleQuarter | undefined {
  const folded = text.normalize('NFKC').replace(/\s+/g, '')
  const quarter = /(20\d{2})(?:年度?第?([一二三四1-4])季度?|年?[Qq]([1-4]))/.exec(folded)
  if (quarter !== null) {
    const word = quarter[2] ?? quarter[3] ?? ''
    const nth = ordinals.includes(word) ? ordinals.indexOf(word) + 1 : Number(word)
    return { year: Number(quarter[1]), months: [nth * 3 - 2, nth * 3] }
  }
  const half = /(20\d{2})年度?([上下])半年/.exec(folded)
  if (half !== null) return { year: Number(half[1]), months: half[2] === '上' ? [1, 6] : [7, 12] }
  const year = /(20\d{2})年/.exec(folded)
  return year === null ? undefined : { year: Number(year[1]), months: [1, 12] }
}

/** The town a sheet is about: its name, else the title, else who filled it in. As the county spells it, if known. */
export function townOfSheet(sheetName: string, title: string, known: readonly string[]): string | null {
  return (
    townIn(sheetName, known) ??
    title
      .split('\n')
      .map((line) => townIn(line, known))
      .find((town) => town !== null) ??
    null
  )
}

/** A town named in a text: one the county knows (`柳市` is `柳市镇`), else whatever ends like a town. */
export function townIn(text: string, known: readonly string[]): string | null {
  const folded = simplifiedOf(text.normalize('NFKC').replace(/\s+/g, ''))
  const longestFirst = known.toSorted((a, b) => b.length - a.length)
  const named =
    longestFirst.find((town) => folded.includes(town)) ?? longestFirst.find((town) => folded === stemOf(town))
  return named ?? townLike(folded)
}

const stemOf = (town: string) => town.replace(/(?:街道|镇|乡)$/, '')

function townLike(text: string): string | null {
  const bracketed = /\(([^()]{1,10}?(?:镇|街道|乡))\)/.exec(text)?.[1]
  const leading = /(?:^|[::])([^::\d]{1,14}?(?:镇|街道|乡))(?![街镇村])/.exec(text)?.[1]
  const found = bracketed ?? leading
  if (found === undefined) return null
  const bare = withoutCounty(found)
  return bare.length > 6 || /^[各全本所该]/.test(bare) ? null : bare
}

function withoutCounty(name: string): string {
  const rest = /^[^省市县区]{1,3}[省市县区](.{2,})$/.exec(name)?.[1]
  return rest === undefined || /^(?:镇|街道|乡)$/.test(rest) ? name : withoutCounty(rest)
}
