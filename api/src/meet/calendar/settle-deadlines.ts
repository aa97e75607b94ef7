import { calendarBetween } from '@dj/db/queries/county/calendar.ts'
import { recordEvent } from '@dj/db/queries/platform/events.ts'
import { endTerms, type WaitingTerm, waitingTerms } from '@dj/db/queries/meet/working-deadlines.ts'
import type { Tx } from '@dj/db/with-tx.ts'
import type { DeadlineKind } from '@dj/shared/county/calendar/calendar.schema.ts'
import { workingTerm } from '@dj/shared/platform/time/deadline.ts'
import { addDays, startOfCivilDay } from '@dj/shared/platform/time/quarter.ts'
import type { Deps } from '../../platform/deps.ts'

export type Settled = Partial<Record<DeadlineKind, number>>

/** Sets every deadline that waited for the calendar and can be counted now. */
export async function settleDeadlines(tx: Tx, countyId: string, at: Date): Promise<Settled> {
  const terms = await waitingTerms(tx, countyId)
  if (terms.length === 0) return {}
  const calendar = await calendarAround(tx, countyId, terms)
  const settled: Settled = {}
  for (const term of terms) {
    const { until } = workingTerm(calendar, startOfCivilDay(term.day), term.days)
    if (until === null) continue
    settled[term.kind] = (settled[term.kind] ?? 0) + (await endTerms(tx, countyId, term, until))
  }
  if (Object.keys(settled).length > 0)
    await recordEvent(tx, { countyId, kind: 'calendar.deadlines_set', at, by: null, data: settled })
  return settled
}

function calendarAround(tx: Tx, countyId: string, terms: readonly WaitingTerm[]) {
  const ends = terms.map(({ day, days }) => addDays(day, days * 3 + 30))
  const [first, last] = [terms.map(({ day }) => day).toSorted()[0], ends.toSorted().at(-1)]
  if (first === undefined || last === undefined) return new Map<string, boolean>()
  return calendarBetween(tx, countyId, first, last)
}

/** For what was taken in while the calendar was being saved. */
export const settleWaiting = (deps: Deps, countyId: string): Promise<Settled> =>
  deps.withTx(countyId, (tx, at) => settleDeadlines(tx, countyId, at))
