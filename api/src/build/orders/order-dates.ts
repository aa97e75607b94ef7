import { refuseIf } from '@dj/shared/problem.ts'
import { civilDateOf } from '@dj/shared/platform/time/quarter.ts'

/** The order in its next cycle: the days it had were those of the cycle that is over. */
export const nextCycle = ({ cycle }: { cycle: number }) => ({ cycle: cycle + 1, claimBy: null, dueOn: null })

/** New dates lie ahead. */
export function refuseDates(
  dates: { claimBy?: string | null | undefined; dueOn?: string | null | undefined },
  at: Date,
): void {
  const today = civilDateOf(at)
  for (const field of ['claimBy', 'dueOn'] as const) {
    const date = dates[field]
    refuseIf(date && date < today ? 'order.date_passed' : undefined, field)
  }
}
