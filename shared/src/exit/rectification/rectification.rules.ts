import type { LightColour } from '../../platform/light-colour.ts'
import type { ProblemCode } from '../../problem.ts'
import { civilDateOf } from '../../platform/time/quarter.ts'
import type { RectificationState } from './rectification.schema.ts'

const day = 86_400_000

/** Why the notice may not be worked on any more, or undefined. */
export const workRefusal = (state: RectificationState): ProblemCode | undefined =>
  state === 'issued' ? undefined : 'rectification.not_open'

export const submitRefusal = (
  state: RectificationState,
  items: readonly { done: string | null }[],
): ProblemCode | undefined =>
  workRefusal(state) ?? (items.some((item) => item.done === null) ? 'rectification.items_missing' : undefined)

interface Called {
  state: RectificationState
  responsibleId: string | null
  lastNudgedAt: Date | null
  /** Whoever calls leads the owner, and so answers for what names nobody. */
  leadsOwner?: boolean
}

/** Why nobody is called to it now, or undefined: it is still to be put right, nobody calls themselves, and once a civil day is enough. */
export function nudgeRefusal(called: Called, by: string | null, at: Date): ProblemCode | undefined {
  const { state, responsibleId, lastNudgedAt, leadsOwner = false } = called
  const answersForIt = responsibleId === null ? leadsOwner : responsibleId === by
  const isToday = lastNudgedAt !== null && civilDateOf(lastNudgedAt) === civilDateOf(at)
  return workRefusal(state) ?? (answersForIt ? 'auth.forbidden' : isToday ? 'rectification.nudged_today' : undefined)
}

/** Re-inspection is by another inspector than those who found it, and never by whoever submitted it or had a part in the order. */
export function reinspectRefusal(
  notice: { state: RectificationState; foundBy: readonly string[]; submittedBy: string | null },
  inspector: { personId: string; part: 'doer' | 'rater' | 'inspector' | null },
): ProblemCode | undefined {
  if (notice.state !== 'submitted') return 'rectification.not_submitted'
  if (notice.foundBy.includes(inspector.personId) || inspector.personId === notice.submittedBy)
    return 'rectification.same_inspector'
  return inspector.part === 'doer' || inspector.part === 'rater' ? 'inspection.conflict' : undefined
}

/** When a notice that nobody submits has failed by itself: days after its deadline, so that its red light has called before. Null while nothing runs out. */
export function failsAt(state: RectificationState, deadlineAt: Date | null, days: number): Date | null {
  return state === 'issued' && deadlineAt !== null ? new Date(deadlineAt.getTime() + days * day) : null
}

/** Green, yellow in the last five days, red once the deadline has passed; null when nothing is due. A deadline that waits for the calendar is weeks away. */
export function rectificationLight(state: RectificationState, deadlineAt: Date | null, at: Date): LightColour | null {
  if (state !== 'issued') return null
  if (deadlineAt === null) return 'green'
  const left = deadlineAt.getTime() - at.getTime()
  return left <= 0 ? 'red' : left <= 5 * day ? 'yellow' : 'green'
}
