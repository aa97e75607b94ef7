import { refuseIf } from '@dj/shared/problem.ts'
import { civilDateOf } from '@dj/shared/platform/time/quarter.ts'

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
