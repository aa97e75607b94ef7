import type { IssueCode } from '../rows/issue.ts'
import type { TitleQuarter } from '../xlsx/sheet-title.ts'

/** What is known about the dates of a sheet before looking at one of them. */
export interface DateHints {
  /** From the title: `2026年第四季度`. */
  readonly quarter: TitleQuarter | undefined
  /** The day the file is read, `YYYY-MM-DD`. */
  readonly reference: string
  readonly date1904: boolean
}

/** What was found in the cell before it is checked against the calendar. */
export interface FoundDate {
  readonly year: number | undefined
  readonly month: number
  /** Undefined: only the month is known. */
  readonly day: number | undefined
  readonly issues: readonly IssueCode[]
}

interface Dated {
  readonly year: number
  readonly month: number
  /** The year is neither written nor told by the title: by which of the two it was reckoned. */
  readonly assumed: 'title' | 'reading' | undefined
}

/** A written year stands; else the title's, and for a month outside the title's quarter the year that lies nearest. */
export function withYear(found: { year?: number | undefined; month: number }, hints: DateHints): Dated {
  const { year, month } = found
  if (year !== undefined) return { year, month, assumed: undefined }
  if (hints.quarter === undefined) return { year: lastTime(month, hints.reference), month, assumed: 'reading' }
  const [first, last] = hints.quarter.months
  if (month >= first && month <= last) return { year: hints.quarter.year, month, assumed: undefined }
  const middle = (first + last) / 2
  const shift = month - middle > 6 ? -1 : middle - month > 6 ? 1 : 0
  return { year: hints.quarter.year + shift, month, assumed: 'title' }
}

/** The year in which `month` was last begun, seen from the reference day. */
function lastTime(month: number, reference: string): number {
  const [year = 0, now = 0] = reference.split('-').map(Number)
  return month > now ? year - 1 : year
}
