import {
  calendarVersion,
  insertCalendarChange,
  insertCalendarDays,
  yearIsKnown,
} from '@dj/db/queries/county/calendar.ts'
import { happenedSince, recordEvent } from '@dj/db/queries/platform/events.ts'
import { calendarDaysOf, calendarYears } from '@dj/db/seed/calendar-days.ts'
import { alarmsFrom } from '@dj/shared/county/calendar/calendar.rules.ts'
import { civilDateOf, startOfCivilDay } from '@dj/shared/platform/time/quarter.ts'
import type { Deps } from '../../platform/deps.ts'
import { noteCalendar } from '../../platform/http/metrics.ts'
import { settleDeadlines } from './settle-deadlines.ts'

const MISSING = 'calendar.year_missing'

/** Adds next year's working days once they are published, and from 1 November on raises the alarm while they are not. */
export async function fillCalendar(deps: Deps, countyId: string): Promise<{ year: number; known: boolean }> {
  const today = civilDateOf(deps.now())
  const year = Number(today.slice(0, 4)) + 1
  const known = await knows(deps, countyId, year)
  const missing = !known && today >= alarmsFrom(year)
  noteCalendar(countyId, missing)
  if (missing) await raiseAlarm(deps, countyId, year)
  return { year, known }
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
  deps.log.warn({ countyId, year }, 'the working-day calendar of next year is missing')
  await deps.withTx(countyId, async (tx, at) => {
    if (await happenedSince(tx, countyId, MISSING, startOfCivilDay(alarmsFrom(year)))) return
    await recordEvent(tx, { countyId, kind: MISSING, at, by: null, data: { year } })
  })
}
