import { insertCalendarDays } from '@dj/db/queries/county/calendar.ts'
import { insertChecklist } from '@dj/db/queries/follow/checklists.ts'
import { insertCounty } from '@dj/db/queries/county/counties.ts'
import { recordEvent } from '@dj/db/queries/platform/events.ts'
import { insertOrganization, type OrganizationRow } from '@dj/db/queries/county/organizations.ts'
import { insertSettings } from '@dj/db/queries/county/settings.ts'
import { calendarDaysOf, calendarYears } from '@dj/db/seed/calendar-days.ts'
import type { Tx } from '@dj/db/with-tx.ts'
import { defaultChecklist } from '@dj/shared/follow/finding/default-checklist.ts'
import { type CountySettings, defaultSettings } from '@dj/shared/county/settings/settings.schema.ts'
import { civilDateOf } from '@dj/shared/platform/time/quarter.ts'
import { newId } from '../../platform/deps.ts'

export interface NewCounty {
  id: string
  name: string
  demo: boolean
  towns: readonly { code: string | null; name: string }[]
  settings?: CountySettings
}

/** A county as it begins: settings, the working-day calendar from last year on, its root and its towns. In a transaction of that county. */
export async function createCounty(
  tx: Tx,
  { id: countyId, name, demo, towns, settings = defaultSettings }: NewCounty,
  at: Date,
): Promise<{ root: OrganizationRow; towns: OrganizationRow[] }> {
  await insertCounty(tx, { countyId, name, demo, createdAt: at })
  await insertSettings(tx, { countyId, version: 1, settings, changedAt: at })
  await insertChecklist(tx, { countyId, version: 1, items: [...defaultChecklist], changedAt: at })
  await insertCalendarDays(tx, countyId, calendarOf(at))
  const node = { countyId, demo, createdAt: at }
  const root = await insertOrganization(tx, { ...node, id: newId(), kind: 'county', name, code: countyId }, null)
  const inserted = await Promise.all(
    towns.map((town) => insertOrganization(tx, { ...node, ...town, id: newId(), kind: 'town' }, root)),
  )
  const data = { towns: towns.length, demo }
  await recordEvent(tx, { countyId, kind: 'county.created', at, by: null, data })
  return { root, towns: inserted }
}

function calendarOf(at: Date) {
  const lastYear = Number(civilDateOf(at).slice(0, 4)) - 1
  const years = calendarYears().filter((year) => year >= lastYear)
  return years.flatMap(calendarDaysOf)
}
