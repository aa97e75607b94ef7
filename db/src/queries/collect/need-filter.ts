import { type SQL, sql } from 'drizzle-orm'
import type { Channel, NeedState } from '@dj/shared/collect/need/need.schema.ts'
import { textArray, uuidArray } from '../platform/array-params.ts'

/** Whose needs are listed: everybody's, or those of the towns and organizations in reach; `personId` adds one's own. */
export interface NeedReach {
  all: boolean
  townIds: readonly string[]
  organizationIds: readonly string[]
  personId: string | null
}

export interface NeedFilter {
  state?: NeedState | undefined
  category?: string | undefined
  townId?: string | undefined
  organizationId?: string | undefined
  channel?: Channel | undefined
  terms: readonly string[]
}

const own = (countyId: string, personId: string) => sql`n.id in (
  select id from need where county_id = ${countyId} and requester_person_id = ${personId}
  union all select need_id from second where county_id = ${countyId} and person_id = ${personId} and need_id is not null)`

const inSubtrees = (countyId: string, roots: readonly string[]) => sql`n.organization_id in (
  select id from organization where county_id = ${countyId} and path && ${uuidArray(roots)})`

/** Whoever handles needs sees a merged one with the need it was merged into; its requester still sees it by itself. */
function reachCondition(countyId: string, reach: NeedReach): SQL {
  const { all, townIds, organizationIds, personId } = reach
  if (all) return sql`n.merged_into_id is null`
  const [town] = townIds
  const places = [
    ...(town === undefined
      ? []
      : [townIds.length === 1 ? sql`n.town_id = ${town}` : sql`n.town_id = any(${uuidArray(townIds)})`]),
    ...(organizationIds.length > 0 ? [inSubtrees(countyId, organizationIds)] : []),
  ]
  const handled = places.length > 0 ? [sql`(n.merged_into_id is null and (${sql.join(places, sql` or `)}))`] : []
  const either = [...handled, ...(personId === null ? [] : [own(countyId, personId)])]
  return either.length === 0 ? sql`false` : sql`(${sql.join(either, sql` or `)})`
}

/**
 * The conditions on `need n`, for the list, its count and the export alike. Words are looked up by a function of the owner:
 * behind row security PostgreSQL does not use the index of an array's elements.
 */
export function needConditions(countyId: string, reach: NeedReach, filter: NeedFilter): SQL {
  const { state, category, townId, organizationId, channel, terms } = filter
  const parts: (SQL | undefined)[] = [
    sql`n.county_id = ${countyId}`,
    reachCondition(countyId, reach),
    state && sql`n.state = ${state}`,
    category ? sql`n.category = ${category}` : undefined,
    townId ? sql`n.town_id = ${townId}` : undefined,
    organizationId ? inSubtrees(countyId, [organizationId]) : undefined,
    channel && sql`n.channel = ${channel}`,
    terms.length > 0 ? sql`n.id in (select needs_with_all(${textArray(terms)}))` : undefined,
  ]
  return sql.join(
    parts.filter((part): part is SQL => part !== undefined),
    sql` and `,
  )
}
