import { calendarChangedSince } from '@dj/db/queries/county/calendar.ts'
import type { Tx } from '@dj/db/with-tx.ts'
import type { DeadlineKind } from '@dj/shared/county/calendar/calendar.schema.ts'
import type { Deps } from '../../platform/deps.ts'
import { endAsPlanned, planDeadlines } from './deadline-plan.ts'

type Settled = Partial<Record<DeadlineKind, number>>
const hour = 3_600_000

/** Sets every deadline that waited for the calendar and can be counted now. */
export async function settleDeadlines(tx: Tx, countyId: string, at: Date): Promise<Settled> {
  const plan = await planDeadlines(tx, countyId, at, { waitingOnly: true })
  return (await endAsPlanned(tx, countyId, plan, at)).set
}

/** For what was taken in while the calendar was being saved, by the calendar as it was: set, or moved later. */
export const settleWaiting = (deps: Deps, countyId: string): Promise<Settled> =>
  deps.withTx(countyId, async (tx, at) => {
    const waitingOnly = !(await calendarChangedSince(tx, countyId, new Date(at.getTime() - hour)))
    const plan = await planDeadlines(tx, countyId, at, { waitingOnly })
    return (await endAsPlanned(tx, countyId, plan, at)).set
  })
