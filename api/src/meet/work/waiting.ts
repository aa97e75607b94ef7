import type { Nudges } from '@dj/shared/exit/rectification/rectification.schema.ts'
import type { WorkItem } from '@dj/shared/meet/work/work.schema.ts'
import type { Sent } from '../../platform/http/spec.ts'

/** A piece of work before it is told how late it is. */
export type Waiting = Omit<Sent<typeof WorkItem>, 'overdue' | 'nudges' | 'waitsForCalendar' | 'releasedAt'> & {
  releasedAt?: string | null
  nudges?: Sent<typeof Nudges> | null
}

const most = 80
/** Their deadline counts working days: without one, it waits for the calendar. */
const dated: ReadonlySet<WorkItem['kind']> = new Set([
  ...([
    'need.respond',
    'need.take_over',
    'claim.decide',
    'rectification.work',
    'retirement.answer',
    'appeal.decide',
  ] as const),
])
/** As it is shown: a title that fits a line, and whether its time is over. */
export const toItem = (
  { title, nudges = null, releasedAt = null, ...waiting }: Waiting,
  now: Date,
): Sent<typeof WorkItem> => ({
  ...waiting,
  title: title.length > most ? `${title.slice(0, most - 1)}…` : title,
  waitsForCalendar: waiting.dueAt === null && dated.has(waiting.kind),
  releasedAt,
  overdue: waiting.dueAt !== null && new Date(waiting.dueAt) <= now,
  nudges,
})

/** The nearest deadline first, then what has waited longest. */
export function byUrgency(a: Waiting, b: Waiting): number {
  const never = Number.MAX_SAFE_INTEGER
  const due = ({ dueAt }: Waiting) => (dueAt === null ? never : Date.parse(dueAt))
  return due(a) - due(b) || Date.parse(a.since) - Date.parse(b.since)
}
