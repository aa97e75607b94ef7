import type { Reads } from '@dj/db/connect.ts'
import { yearIsKnown } from '@dj/db/queries/county/calendar.ts'
import { alarmsFrom, yearsNeeded } from '@dj/shared/county/calendar/calendar.rules.ts'
import { CivilDate, civilDateOf, startOfCivilDay } from '@dj/shared/platform/time/quarter.ts'
import { type Actor, mayAnywhere } from '@dj/shared/policy.ts'
import type { Waiting } from './waiting.ts'

/** The holiday notice of each year that is needed and missing, for those who may enter it: due before the year begins. */
export async function calendarWork({ db, actor, now }: { db: Reads; actor: Actor; now: Date }): Promise<Waiting[]> {
  if (!mayAnywhere('calendar.change', actor)) return []
  const years = yearsNeeded(civilDateOf(now))
  const known = await Promise.all(years.map((year) => yearIsKnown(db, actor.countyId, year)))
  return years.filter((_, n) => known[n] === false).map(waiting)
}

const waiting = (year: number): Waiting => ({
  ...{ kind: 'calendar.enter', subject: { kind: 'calendar', id: String(year) }, orderId: null, title: String(year) },
  since: startOfCivilDay(alarmsFrom(year)).toISOString(),
  dueAt: startOfCivilDay(CivilDate.parse(`${year}-01-01`)).toISOString(),
})
