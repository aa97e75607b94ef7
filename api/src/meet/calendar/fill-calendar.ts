import {
  calendarVersion,
  insertCalendarChange,
  insertCalendarDays,
  yearIsKnown,
} from '@dj/db/queries/county/calendar.ts'
import { happenedSince, recordEvent } from '@dj/db/queries/platform/events.ts'
import { calendarDaysOf, calendarYears } from '@dj/db/seed/calendar-days.ts'
import { alarmsFrom, yearsNeeded } from '@dj/shared/county/calendar/calendar.rules.ts'
import { civilDateOf, startOfCivilDay } from '@dj/shared/platform/time/quarter.ts'
import type { Deps } from '../../platform/deps.ts'
import { noteCalendar } from '../../platform/http/metrics.ts'
import { settleDeadlines } from './settle-deadlines.ts'

const MISSING = 'calendar.year_missing'

/**
 * Adds the working days of this and next year once they are published, and raises the alarm while those of a year that is needed are
 * missing: next year's from 1 November on, this year's always. Tells of the first one that is missing, else of next year.
 */
export async function fillCalendar(deps: Deps, countyId: string): Promise<{ year: number; known: boolean }> {
  const today = civilDateOf(deps.now())
  const thisYear = Number(today.slice(0, 4))
  const missing: number[] = []
  for (const year of [thisYear, thisYear + 1]) if (!(await knows(deps, countyId, year))) missing.push(year)
  const alarming = missing.filter((year) => yearsNeeded(today).includes(year))
  noteCalendar(countyId, alarming.length > 0)
  for (const year of alarming) await raiseAlarm(deps, countyId, year)
  return { year: missing[0] ?? thisYear + 1, known: missing.length === 0 }
}

async function knows(deps: Deps, countyId: string, year: number): Promise<boolean> {
  if (await yearIsKnown(deps.db, countyId, year)) return true
  if (!calendarYears().includes(year)) return false
  const days = calendarDaysOf(year)
  await deps.withTx(countyId, async (tx, at) => {
    const version = (await calendarVersion(tx, countyId)) + 1
    await insertCalendarDays(tx, countyId, days)
    const changed = days.filter(({ note }) => note !== null).map((day) => ({ ...day, before: null }))
    await insertCalendarChange(tx, { countyId, version, year, source: 'published', days: changed, changedAt: at })
    await recordEvent(tx, { countyId, kind: 'calendar.filled', at, by: null, data: { year } })
    await settleDeadlines(tx, countyId, at)
  })
  return true
}

async function raiseAlarm(deps: Deps, countyId: string, year: number): Promise<void> {
  deps.log.warn({ countyId, year }, 'the working-day calendar of a year that is needed is missing')
  await deps.withTx(countyId, async (tx, at) => {
    const since = startOfCivilDay(alarmsFrom(year))
    if (await happenedSince(tx, { countyId, kind: MISSING, since, data: { year } })) return
    await recordEvent(tx, { countyId, kind: MISSING, at, by: null, data: { year } })
  })
}
