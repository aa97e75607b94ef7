import { deadlineAfterDays } from '../../platform/time/deadline.ts'
import { CivilDate, endOfCivilDay } from '../../platform/time/quarter.ts'

/** When a claim is due (exclusive), and where its own term would run on: absent unless the order's due day cut it short. */
export interface DueTerm {
  dueAt: Date
  termUntil: Date | null
}

/** The end of a civil day in Shanghai that came as text. */
export const endOf = (day: string): Date => endOfCivilDay(CivilDate.parse(day))

/** The claim's own term or the order's due day, whichever ends first. */
export function dueTerm(until: Date, dueOn: string | null): DueTerm {
  const last = dueOn === null ? until : endOf(dueOn)
  return last < until ? { dueAt: last, termUntil: until } : { dueAt: until, termUntil: null }
}

/** The same claim once the order's due day is another. */
export const dueTermAgain = ({ dueAt, termUntil }: DueTerm, dueOn: string | null): DueTerm =>
  dueTerm(termUntil ?? dueAt, dueOn)

/** Was the claimant warned of just this deadline? One that was moved since is warned of anew. */
export const isWarned = ({ dueAt, warnedAt }: { dueAt: Date; warnedAt: Date | null }): boolean =>
  warnedAt !== null && warnedAt >= dueAt

/** When an overdue claim is given back: so many whole days after it was warned, null before. */
export const releasedAt = (claim: { dueAt: Date; warnedAt: Date | null }, days: number): Date | null =>
  claim.warnedAt !== null && isWarned(claim) ? deadlineAfterDays(claim.warnedAt, days) : null

/** Would this due day take from a claimant what they were promised? Moving it later, or away, never does. */
export const shortens = (dueOn: string | null, claims: readonly DueTerm[]): boolean =>
  claims.some((claim) => dueTermAgain(claim, dueOn).dueAt < claim.dueAt)
