import { workingTerm } from '../../platform/time/deadline.ts'
import { type CivilDate, startOfCivilDay } from '../../platform/time/quarter.ts'
import type { Calendar } from '../../platform/time/working-days.ts'

/** So many working days after `day`; `until` as it stands, null while it waits. */
export interface RunningTerm {
  day: CivilDate
  days: number
  until: Date | null
}

/** What becomes of it: `end` is what the calendar says, also where the deadline is kept. */
export interface Fate {
  fate: 'set' | 'moved' | 'kept'
  end: Date
}

/**
 * What a change of the calendar makes of a running deadline, undefined where nothing. One that waited is set. A promised day is never
 * taken back: an end only moves later, and only where that still gives time; otherwise it is kept.
 */
export function fateOf(term: RunningTerm, before: Calendar, after: Calendar, at: Date): Fate | undefined {
  const counted = (calendar: Calendar) => workingTerm(calendar, startOfCivilDay(term.day), term.days).until
  const end = counted(after)
  if (end === null) return undefined
  if (term.until === null) return { fate: 'set', end }
  if (end > term.until && end > at) return { fate: 'moved', end }
  const unchanged = counted(before)?.getTime() === end.getTime() || end.getTime() === term.until.getTime()
  return unchanged ? undefined : { fate: 'kept', end }
}
