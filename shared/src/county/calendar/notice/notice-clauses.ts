import { addDays, type CivilDate, weekdayOf } from '../../../platform/time/quarter.ts'
import { Unreadable } from '../calendar-reading.ts'
import { shown } from './notice-sentences.ts'
import { type DateContext, spanAt } from './notice-dates.ts'

const off = /(?:放假调休|调休放假|放假|补休|调休|休息)(?:([\d一二三四五六七八九十]+)天)?/y
const work = /(?:正常|照常)?上班/y
const total = /共([\d一二三四五六七八九十]+)天/y
const withWeekend = /与周末连休/y
const remark = /不?调休/y
const between = /[,、和]?/y

export interface Clauses {
  off: CivilDate[]
  work: CivilDate[]
}

/** Reads a whole sentence: dates with what is done on them, and what it says about their number. Throws `Unreadable`. */
export function clausesOf(text: string, context: DateContext): Clauses {
  const found: Clauses = { off: [], work: [] }
  let { previous } = context
  let at = 0
  const eat = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at
    const match = pattern.exec(text)
    if (match !== null) at += match[0].length
    return match
  }
  const counted: { said: string; words: string; days: readonly CivilDate[] }[] = []
  let joined = false
  while (at < text.length) {
    const days: CivilDate[] = []
    for (let span = spanAt(text, at, { ...context, previous }); span !== null;) {
      days.push(...span.days)
      previous = span.days.at(-1) ?? previous
      at = span.end
      eat(between)
      span = spanAt(text, at, { ...context, previous })
    }
    const rest = text.slice(at)
    if (days.length > 0) {
      const free = eat(off)
      if (free?.[1] !== undefined) counted.push({ said: free[1], words: free[0], days })
      if (free === null && eat(work) === null) throw new Unreadable('calendar.read_unread', shown(rest || text))
      found[free === null ? 'work' : 'off'].push(...days)
    } else if (eat(withWeekend)) joined = true
    else {
      const said = eat(total)
      if (said?.[1] !== undefined) counted.push({ said: said[1], words: said[0], days: found.off })
      else if (eat(remark) === null) throw new Unreadable('calendar.read_unread', shown(rest))
    }
    eat(between)
  }
  for (const each of counted) checkCount(each, joined)
  const anyway = found.work.find((day) => weekdayOf(day) <= 5)
  if (anyway !== undefined) throw new Unreadable('calendar.read_worked_anyway', anyway)
  return found
}

function checkCount(counted: { said: string; words: string; days: readonly CivilDate[] }, joined: boolean): void {
  const days = new Set(counted.days)
  const counts = [days.size, ...(joined ? [withWeekends(days)] : [])]
  if (!counts.includes(numberOf(counted.said)))
    throw new Unreadable('calendar.read_total', `${counted.words}，实为 ${counts.join('或')} 天`)
}

/** Days together with the weekends that touch them. */
function withWeekends(days: ReadonlySet<CivilDate>): number {
  const all = new Set(days)
  for (const day of days)
    for (const step of [-1, 1])
      for (let next = addDays(day, step); weekdayOf(next) > 5; next = addDays(next, step)) all.add(next)
  return all.size
}

const digits = '一二三四五六七八九十'
const numberOf = (said: string): number => (/^\d+$/.test(said) ? Number(said) : digits.indexOf(said) + 1)
