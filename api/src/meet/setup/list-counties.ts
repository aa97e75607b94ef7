import { listCounties } from '@dj/db/queries/county/counties.ts'
import { listOrganizations } from '@dj/db/queries/county/organizations.ts'
import type { CountyList } from '@dj/shared/county/organization/county.schema.ts'
import type { Deps } from '../../platform/deps.ts'
import type { Sent } from '../../platform/http/spec.ts'

export async function listCountiesFor({ db }: Deps): Promise<Sent<typeof CountyList>> {
  const counties = await listCounties(db)
  const items = counties.map(async ({ countyId, name, demo }) => {
    const towns = await listOrganizations(db, countyId, { kind: 'town' })
    return { id: countyId, name, demo, towns: towns.map((town) => ({ id: town.id, name: town.name })) }
  })
  return { items: await Promise.all(items) }
}
