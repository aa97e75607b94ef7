import { findCounty, listCounties } from '@dj/db/queries/county/counties.ts'
import { findSuccessor, listOrganizations } from '@dj/db/queries/county/organizations.ts'
import { currentSettings } from '@dj/db/queries/county/settings.ts'
import type { CountyDesk, CountyList } from '@dj/shared/county/organization/county.schema.ts'
import { Refused } from '@dj/shared/problem.ts'
import type { Deps } from '../../platform/deps.ts'
import type { Sent } from '../../platform/http/spec.ts'

export async function listCountiesFor({ db: anywhere, dbOf, publicUrl }: Deps): Promise<Sent<typeof CountyList>> {
  const counties = await listCounties(anywhere)
  const items = counties.map(async ({ countyId, name, demo }) => {
    const db = dbOf(countyId)
    const [towns, { settings }] = await Promise.all([
      listOrganizations(db, countyId, { kind: 'town' }),
      currentSettings(db, countyId),
    ])
    const places = towns.map((town) => ({ id: town.id, name: town.name }))
    const { hotline, categories } = settings
    return { id: countyId, name, demo, hotline, address: publicUrl ?? null, towns: places, categories }
  })
  return { items: await Promise.all(items) }
}

/** The organization a poster names, as whoever scans it may see it. */
export async function readDesk(
  { dbOf }: Deps,
  { countyId, organizationId }: { countyId: string; organizationId: string },
): Promise<Sent<typeof CountyDesk>> {
  const db = dbOf(countyId)
  const desk = (await findCounty(db, countyId)) && (await findSuccessor(db, countyId, organizationId))
  if (!desk || desk.closedOn !== null) throw new Refused('not_found')
  return { id: desk.id, name: desk.name, townId: desk.townId }
}
