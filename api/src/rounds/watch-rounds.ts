import { calendarBetween } from '@dj/db/queries/calendar.ts'
import { happenedSince, recordEvent } from '@dj/db/queries/events.ts'
import { roundOfQuarter } from '@dj/db/queries/rounds.ts'
import { addDays, civilDateOf, quarterBounds, quarterOf } from '@dj/shared/time/quarter.ts'
import { workingDaysBetween } from '@dj/shared/time/working-days.ts'
import type { Deps } from '../deps.ts'

const MISSING = 'round.missing'
const GRACE_WORKING_DAYS = 10

/** Raises the alarm, once a quarter, when it has lasted ten working days and nobody has opened its round. */
export async function watchRounds(deps: Deps, countyId: string): Promise<{ quarter: string; missing: boolean }> {
  const now = deps.now()
  const quarter = quarterOf(now)
  const { from } = quarterBounds(quarter)
  const [before, today] = [addDays(civilDateOf(from), -1), civilDateOf(now)]
  const calendar = await calendarBetween(deps.db, countyId, before, today)
  const due = workingDaysBetween(calendar, before, today) > GRACE_WORKING_DAYS
  if (!due || (await roundOfQuarter(deps.db, countyId, quarter))) return { quarter, missing: false }
  deps.log.warn({ countyId, quarter }, 'the round of this quarter has not been opened')
  await deps.withTx(countyId, async (tx, at) => {
    if (await happenedSince(tx, countyId, MISSING, from)) return
    await recordEvent(tx, { countyId, kind: MISSING, at, by: null, data: { quarter } })
  })
  return { quarter, missing: true }
}
