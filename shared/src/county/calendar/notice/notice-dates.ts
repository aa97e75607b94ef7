import { addDays, CivilDate, daysBetween, weekdayOf } from '../../../platform/time/quarter.ts'
import { Unreadable } from '../calendar-reading.ts'

const date = (closing: string) => String.raw`(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})${closing}(?:\(([^()]*)\))?`
const span = new RegExp(`${date('[日号]?')}(?:至|到|[-—–―~]+)${date('[日号]')}|${date('[日号]')}`, 'y')
const longest = 15
const weekdayNames = '一二三四五六日'

/** What a date is read in: the year and month that a date without its own takes over. */
export interface DateContext {
  readonly year: number
  /** In a sentence about New Year's Day, December may be that of the year before: its year has to be said. */
  readonly turnOfYear: boolean
  readonly previous: CivilDate | null
}

export interface DateSpan {
  readonly days: readonly CivilDate[]
  /** Where the text goes on. */
  readonly end: number
}

/** The days of `1月1日(周四)至3日(周六)` at a place of the text, or null where no date stands. Throws `Unreadable`. */
export function spanAt(text: string, at: number, context: DateContext): DateSpan | null {
  span.lastIndex = at
  const found = span.exec(text)
  if (found === null) return null
  const [words, y1, m1, d1, said1, y2, m2, d2, said2, y3, m3, d3, said3] = found
  const first = dayOf({ words, year: y1 ?? y3, month: m1 ?? m3, day: d1 ?? d3 }, context)
  checkWeekday(first, said1 ?? said3, words)
  const end = at + words.length
  if (d2 === undefined) return { days: [first], end }
  const last = dayOf({ words, year: y2, month: m2, day: d2 }, { ...context, turnOfYear: false, previous: first })
  checkWeekday(last, said2, words)
  const length = daysBetween(first, last)
  if (length < 1 || length > longest) throw new Unreadable('calendar.read_no_day', words)
  return { days: Array.from({ length: length + 1 }, (_, n) => addDays(first, n)), end }
}

interface Said {
  words: string
  year: string | undefined
  month: string | undefined
  day: string | undefined
}

function dayOf({ words, year, month, day }: Said, { previous, ...context }: DateContext): CivilDate {
  const ofMonth = month ?? previous?.slice(5, 7)
  if (ofMonth === undefined || day === undefined) throw new Unreadable('calendar.read_no_day', words)
  const before = previous === null ? context.year : Number(previous.slice(0, 4))
  if (year === undefined && context.turnOfYear && Number(ofMonth) === 12)
    throw new Unreadable('calendar.read_year_unclear', words)
  // From 31 December to 2 January.
  const turns = previous?.slice(5, 7) === '12' && Number(ofMonth) === 1
  const inYear = year ?? String(before + (turns ? 1 : 0))
  const parsed = CivilDate.safeParse(`${inYear}-${ofMonth.padStart(2, '0')}-${day.padStart(2, '0')}`)
  if (!parsed.success) throw new Unreadable('calendar.read_no_day', words)
  return near(parsed.data, context.year, words)
}

/** A notice speaks of its year, of the December before and of the January after. */
function near(day: CivilDate, year: number, words: string): CivilDate {
  if (day >= `${year - 1}-12-01` && day <= `${year + 1}-01-31`) return day
  throw new Unreadable('calendar.read_other_year', words)
}

function checkWeekday(day: CivilDate, said: string | undefined, words: string): void {
  const name = /(?:周|星期|礼拜)([一二三四五六日天])/.exec(said ?? '')?.[1]?.replace('天', '日')
  const is = weekdayNames[weekdayOf(day) - 1] ?? ''
  if (name !== undefined && name !== is) throw new Unreadable('calendar.read_weekday', `${words}，${day} 是周${is}`)
}
