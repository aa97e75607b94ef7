import { alliedWith, listColleagues } from '@dj/db/queries/county/colleagues.ts'
import type { ColleagueList, ColleagueQuery } from '@dj/shared/county/people/people.schema.ts'
import type { Actor } from '@dj/shared/policy.ts'
import type { Deps } from '../../platform/deps.ts'
import type { Sent } from '../../platform/http/spec.ts'

const MOST = 200

/** Whom one may list in a collective claim: one's own people, or by alias anybody of the county; a seed may be held at a desk, too. [003 跨单位] */
export async function listColleaguesFor(
  deps: Deps,
  { actor, organizationId, ...filter }: ColleagueQuery & { actor: Actor },
): Promise<Sent<typeof ColleagueList>> {
  const under = organizationId ? [organizationId] : await ownOrganizations(deps, actor)
  const everywhere = organizationId === undefined && (filter.q !== undefined || filter.role !== undefined)
  return {
    items: await listColleagues(deps.db, actor.countyId, { under, everywhere, ...filter, at: deps.now(), limit: MOST }),
  }
}

async function ownOrganizations({ db }: Deps, { countyId, grants }: Actor): Promise<string[]> {
  const held = (role: string) => grants.filter((grant) => grant.role === role).map((grant) => grant.organizationId)
  const alliances = held('alliance_lead')
  return [...held('secretary'), ...(alliances.length > 0 ? await alliedWith(db, countyId, alliances) : [])]
}
