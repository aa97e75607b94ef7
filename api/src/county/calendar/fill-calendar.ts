import { calendarBetween, insertCalendarDays } from '@dj/db/queries/county/calendar.ts'
import { happenedSince, recordEvent } from '@dj/db/queries/platform/events.ts'
import { calendarDaysOf, calendarYears } from '@dj/db/seed/calendar-days.ts'
import { CivilDate, civilDateOf } from '@dj/shared/platform/time/quarter.ts'
import type { Deps } from '../../platform/deps.ts'
import { noteCalendar } from '../../platform/http/metrics.ts'

const MISSING = 'calendar.year_missing'

/** Adds next year's working days once they are published, and from 1 December on raises the alarm while they are not. */
export async function fillCalendar(deps: Deps, countyId: string): Promise<{ year: number; known: boolean }> {
  const today = civilDateOf(deps.now())
  const year = Number(today.slice(0, 4)) + 1
  const known = await knows(deps, countyId, year)
  const missing = !known && today.slice(5) >= '12-01'
  noteCalendar(countyId, missing)
  if (missing) await raiseAlarm(deps, countyId, year)
  return { year, known }
}

async function knows(deps: Deps, countyId: string, year: number): Promise<boolean> {
  const [from, until] = [CivilDate.parse(`${year}-01-01`), CivilDate.parse(`${year}-12-31`)]
  if ((await calendarBetween(deps.db, countyId, from, until)).size >= 365) return true
  if (!calendarYears().includes(year)) return false
  const days = calendarDaysOf(year).map((day) => ({ countyId, ...day }))
  await deps.withTx(countyId, async (tx, at) => {
    await insertCalendarDays(tx, days)
    await recordEvent(tx, { countyId, kind: 'calendar.filled', at, by: null, data: { year } })
  })
  return true
}

async function raiseAlarm(deps: Deps, countyId: string, year: number): Promise<void> {
  deps.log.warn({ countyId, year }, 'the working-day calendar of next year is missing')
  await deps.withTx(countyId, async (tx, at) => {
    const december = new Date(`${year - 1}-11-30T16:00:00Z`) // where it is midnight in Shanghai
    if (await happenedSince(tx, countyId, MISSING, december)) return
    await recordEvent(tx, { countyId, kind: MISSING, at, by: null, data: { year } })
  })
}
