import { sql } from 'drizzle-orm'
import type { Reads } from '../../connect.ts'
import { uuidArray } from '../platform/array-params.ts'

export interface Colleague extends Record<string, unknown> {
  id: string
  alias: string
  organizationName: string | null
}

/** Active members and workers, with `staff` those at a desk too, by alias; those at home below `under` first, and without `everywhere` only those. */
export async function listColleagues(
  db: Reads,
  countyId: string,
  filter: {
    under: readonly string[]
    everywhere: boolean
    q?: string | undefined
    role?: string | undefined
    staff?: boolean | undefined
    at: Date
    limit: number
  },
): Promise<Colleague[]> {
  const { under, everywhere, q = '', role, staff = false, at, limit } = filter
  const near = sql`coalesce(h.path && ${uuidArray(under)}, false)`
  const now = sql`${at.toISOString()}::timestamptz`
  const holder = sql`exists (select from role_grant g where g.county_id = p.county_id and g.person_id = p.id and g.role = ${role ?? ''}
    and g.valid_from <= ${now} and coalesce(g.valid_until > ${now}, true))`
  const fits = role === undefined ? sql`(${staff} or p.kind <> 'staff')` : holder
  return db.execute<Colleague>(sql`
    select p.id, p.alias, h.name as "organizationName"
    from person p
    left join organization h on h.county_id = p.county_id and h.id = p.home_organization_id
    where p.county_id = ${countyId} and p.status = 'active' and ${fits}
      and (${everywhere} or ${near}) and position(lower(${q}) in lower(p.alias)) > 0
    order by ${near} desc, p.alias, p.id limit ${limit}`)
}

/** The organizations that joined these alliances. */
export async function alliedWith(db: Reads, countyId: string, allianceIds: readonly string[]): Promise<string[]> {
  const rows = await db.execute<{ id: string }>(sql`
    select distinct organization_id as id from alliance_member
    where county_id = ${countyId} and alliance_id = any(${uuidArray(allianceIds)})`)
  return rows.map((row) => row.id)
}
