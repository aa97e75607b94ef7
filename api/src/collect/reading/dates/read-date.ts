import { textOf } from '../rows/cell-text.ts'
import { civilDateOf } from '@dj/shared/platform/time/quarter.ts'
import { inDigits } from './chinese-numerals.ts'
import { type CivilDay, dayOf, daysBetween, isRealDay, isoOf } from './civil-day.ts'
import { dayFromNumber } from './date-number.ts'
import { type DateHints, type FoundDate, withYear } from './date-year.ts'
import type { IssueCode } from '../rows/issue.ts'
import { type Cell, isSeen, type SeenCell } from '../table.ts'

export interface DateReading {
  /** `YYYY-MM-DD`; the first of the month when only the month is known. */
  readonly on: string | null
  readonly precision: 'day' | 'month'
  readonly issues: readonly IssueCode[]
}

const nothing = (...issues: IssueCode[]): DateReading => ({ on: null, precision: 'day', issues })

/** Reads a date as counties write it: serials, `2026.10.9`, `10月12日`, `10.14`, `2026年10月`, `2026/10/13` … */
export function readDate(seen: Cell | undefined, hints: DateHints): DateReading {
  const cell = isSeen(seen) ? dayShown(seen) : seen
  if (isSeen(seen) && seen.month === true && cell instanceof Date)
    return settled({ ...dayOf(cell), day: undefined, issues: [] }, hints)
  if (cell instanceof Date)
    return Number.isNaN(cell.getTime()) ? nothing('import.date_impossible') : settled(dayOf(cell), hints)
  const typed = textOf(cell).normalize('NFKC')
  const text = inDigits(withoutTime(dayOfInstant(typed) ?? typed))
    .replace(/[。·]/g, '.')
    .replace(dashes, '-')
  if (/^(?:无|不详|未填|[-/]*)$/.test(text)) return nothing('import.date_missing')
  const isSerial = typeof cell === 'number' || /^[3-7]\d{4}$/.test(text)
  const found =
    /^\d+(?:\.\d+)?$/.test(text) && isSerial
      ? dayFromNumber(Number(text), hints)
      : (rangeInWords(text) ?? dateInWords(text, hints.reference))
  return found === undefined ? nothing('import.date_unreadable') : settled(found, hints)
}

/** `10.1` under two decimals was typed as 10.10, the tenth. */
const dayShown = ({ value, shown }: SeenCell): Cell =>
  typeof value === 'number' && /^\d+\.\d+$/.test(shown) && Number(shown) === value ? shown : value

function settled(found: FoundDate | CivilDay, hints: DateHints): DateReading {
  const issues = 'issues' in found ? [...found.issues] : []
  const dated = withYear(found, hints)
  const day: CivilDay = { ...dated, day: found.day ?? 1 }
  if (!isRealDay(day)) return nothing('import.date_impossible')
  if (dated.assumed) issues.push(dated.assumed === 'title' ? 'import.date_year_assumed' : 'import.date_year_nearest')
  if (found.day === undefined && !issues.includes('import.date_ambiguous')) issues.push('import.date_month_only')
  const on = isoOf(day)
  const age = daysBetween(on, hints.reference)
  if (age < 0 || age > 2 * 366) issues.push('import.date_unlikely')
  return { on, precision: found.day === undefined ? 'month' : 'day', issues }
}

const dashes = /[\u2010-\u2015\u2212~～]/g

/** An instant that names its zone is a day in the county: `2026-10-08T17:00:00Z` is the ninth. */
function dayOfInstant(text: string): string | undefined {
  if (!/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:Z|[+-]\d{2}:?\d{2})$/.test(text)) return undefined
  const instant = new Date(text.replace(' ', 'T').replaceAll(/\s/g, ''))
  return Number.isNaN(instant.getTime()) ? undefined : civilDateOf(instant)
}

const withoutTime = (text: string) =>
  text
    .replace(/[T\s]+\d{1,2}:\d{1,2}(?::\d{1,2}(?:\.\d+)?)?Z?$/, '')
    .replace(/\s+/g, '')
    .replace(/[(]?(?:星期|周)[一二三四五六日天][)]?$/, '')

const md = String.raw`\d{1,2}[月./]\d{1,2}[日号]?`
const to = String.raw`(?:-|至|到)`
/** From one day, or month, to another: the first counts. */
const ranges: readonly RegExp[] = [
  new RegExp(`^((?:\\d{4}[年./])?${md})${to}(?:(?:\\d{4}[年./])?${md}|\\d{1,2}[日号]?)$`),
  new RegExp(`^((?:\\d{4}[年./])?\\d{1,2})月?${to}\\d{1,2}月份?$`),
  /^(\d{4}-\d{1,2}-\d{1,2})(?:至|到)(?:\d{4}-)?(?:\d{1,2}-)?\d{1,2}$/,
]

function rangeInWords(text: string): FoundDate | undefined {
  const first = ranges.map((pattern) => pattern.exec(text)?.[1]).find((part) => part !== undefined)
  if (first === undefined) return undefined
  const found = dateInWords(/^(?:\d{4}[年./])?\d{1,2}$/.test(first) ? `${first}月` : first)
  return found && { ...found, issues: ['import.date_range'] }
}

const shapes: readonly { pattern: RegExp; order: readonly ('year' | 'sign' | 'month' | 'day')[] }[] = [
  { pattern: /^(\d{1,2})\/(\d{1,2})\/(20\d{2})(?!\d)/, order: ['month', 'day', 'year'] },
  { pattern: /^(\d{4})[年./-](\d{1,2})[月./-](\d{1,2})(?!\d)[日号]?/, order: ['year', 'month', 'day'] },
  { pattern: /^(\d{2})年(\d{1,2})月(\d{1,2})(?!\d)[日号]?/, order: ['year', 'month', 'day'] },
  { pattern: /^(\d{2})([./-])(\d{1,2})\2(\d{1,2})(?!\d)[日号]?/, order: ['year', 'sign', 'month', 'day'] },
  { pattern: /^(\d{4})(\d{2})(\d{2})(?!\d)/, order: ['year', 'month', 'day'] },
  { pattern: /^(\d{4})[年./-](\d{1,2})(?:月份?)?(?![\d./-])/, order: ['year', 'month'] },
  { pattern: /^(20\d{2})(\d{2})$/, order: ['year', 'month'] },
  { pattern: /^(\d{1,2})[月./-](\d{1,2})[日号]?(?![\d./-]\d{2,})/, order: ['month', 'day'] },
  { pattern: /^(\d{1,2})月份?/, order: ['month'] },
]

function dateInWords(text: string, reference?: string): FoundDate | undefined {
  for (const { pattern, order } of shapes) {
    const match = pattern.exec(text)
    if (match === null) continue
    const part = (name: 'year' | 'month' | 'day') => {
      const at = order.indexOf(name)
      return at < 0 ? undefined : Number(match[at + 1])
    }
    const issues = remainder(text.slice(match[0].length))
    const year = part('year')
    if (issues === undefined || !isYear(year, text, reference)) return undefined
    return {
      year: year !== undefined && year < 100 ? 2000 + year : year,
      month: part('month') ?? 0,
      day: part('day'),
      issues,
    }
  }
  return undefined
}

/** Two digits are a year only where they are one of the last years, and the last two could not be one as well. */
function isYear(year: number | undefined, text: string, reference = ''): boolean {
  if (year === undefined || year >= 100) return true
  const now = Number(reference.slice(2, 4))
  const isRecent = (digits: number) => digits <= now && digits > now - 4
  const last = Number(/^\d{2}\/\d{1,2}\/(\d{2})$/.exec(text)?.[1] ?? NaN)
  return isRecent(year) && !isRecent(last)
}

/** Words after the date are left out with a warning; digits glued to it mean that the date was misread. */
function remainder(rest: string): IssueCode[] | undefined {
  if (/^(?:[上中下]旬|[初中底末])?$/.test(rest)) return []
  return /^[\d.]/.test(rest) ? undefined : ['import.date_partly_read']
}
