import { addDays, civilDateOf, startOfCivilDay } from '@dj/shared/platform/time/quarter.ts'
import type { Deps } from '../../platform/deps.ts'
import { jobs } from '../jobs/jobs.ts'
import { runJob } from '../jobs/run-job.ts'

/** Later in the day than any daily job is due. */
const EVENING_MS = 20 * 60 * 60 * 1000
/** Who jumps further gets the last of it day by day. */
const MOST_DAYS = 200

/** The evenings after `since` and before `until`, and `until`. */
export function momentsBetween(since: Date, until: Date): Date[] {
  const moments = [until]
  let day = civilDateOf(until)
  for (let n = 0; n < MOST_DAYS; n += 1) {
    const evening = new Date(startOfCivilDay(day).getTime() + EVENING_MS)
    if (evening <= since) break
    if (evening < until) moments.unshift(evening)
    day = addDays(day, -1)
  }
  return moments
}

interface Span {
  since: Date
  until: Date
  /** Everything that works with time, going by this clock. */
  open(clock: () => Date): { deps: Deps; end(): Promise<void> }
}

/** Does what time alone would have brought about, each day on its day, as if the server had been there all the while. */
export async function catchUp({ since, until, open }: Span): Promise<number> {
  let at = since
  const { deps, end } = open(() => at)
  const moments = momentsBetween(since, until)
  try {
    for (at of moments) {
      // What fails is in the log, and is due again the next day.
      for (const job of jobs) await runJob(deps, job).catch(() => undefined)
    }
  } finally {
    await end()
  }
  return moments.length
}
