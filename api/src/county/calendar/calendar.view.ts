import type { Reads } from '@dj/db/connect.ts'
import { calendarChangesAround, calendarVersion, dayRulesBetween } from '@dj/db/queries/county/calendar.ts'
import type { CalendarChangeView, CalendarView } from '@dj/shared/county/calendar/calendar.schema.ts'
import type { Sent } from '../../platform/http/spec.ts'

/** A year of the county's calendar, and what was changed about it. */
export async function calendarView(db: Reads, countyId: string, year: number): Promise<Sent<typeof CalendarView>> {
  const [version, days, changes] = await Promise.all([
    calendarVersion(db, countyId),
    dayRulesBetween(db, countyId, `${year}-01-01`, `${year}-12-31`),
    calendarChangesAround(db, countyId, year),
  ])
  const touching = changes.filter(
    ({ change }) => change.year === year || change.days.some(({ day }) => day.startsWith(`${year}-`)),
  )
  return { year, version, missing: days.length < 365, days, changes: touching.map(changeView) }
}

type Row = Awaited<ReturnType<typeof calendarChangesAround>>[number]

const changeView = ({ change, alias }: Row): Sent<typeof CalendarChangeView> => ({
  ...{ version: change.version, year: change.year, source: change.source, words: change.words, reason: change.reason },
  ...{ days: change.days, changedBy: alias, changedAt: change.changedAt.toISOString() },
})
