import type { GrantedRole } from '@dj/shared/county/people/role.ts'
import { type SQL, sql } from 'drizzle-orm'
import type { Reads } from '../../connect.ts'
import type { ResetState } from '../../tables/county/account-reset.table.ts'

export interface ListedReset extends Record<string, unknown> {
  id: string
  personId: string
  alias: string
  username: string | null
  kind: 'opening' | 'reset'
  state: ResetState
  reason: string | null
  askedById: string | null
  askedBy: string | null
  askedAt: string
  confirmedById: string | null
  confirmedBy: string | null
  issuedAt: string | null
  until: string
  endedAt: string | null
  ownerTold: boolean
  securityTold: boolean
  /** Of the person, now or later. */
  roles: GrantedRole[]
}

const list = (where: SQL, at: Date, limit: number) => sql`
  select r.id, r.person_id as "personId", p.alias, u.username, r.kind, r.state, r.reason, r.asked_by as "askedById", a.alias as "askedBy",
    r.asked_at::text as "askedAt", r.confirmed_by as "confirmedById", c.alias as "confirmedBy", r.issued_at::text as "issuedAt",
    r.until::text as until, r.ended_at::text as "endedAt", r.owner_told_at is not null as "ownerTold",
    r.security_told_at is not null as "securityTold",
    (select coalesce(json_agg(g.role), '[]') from role_grant g where g.county_id = r.county_id and g.person_id = r.person_id
      and coalesce(g.valid_until > ${at.toISOString()}::timestamptz, true)) as roles
  from account_reset r
  join person p on p.county_id = r.county_id and p.id = r.person_id
  left join auth_user u on u.id = p.account_id
  left join person a on a.county_id = r.county_id and a.id = r.asked_by
  left join person c on c.county_id = r.county_id and c.id = r.confirmed_by
  where ${where} order by r.asked_at desc, r.id desc limit ${limit}`

/** Requests and codes of the county, the last first: those that wait, and what happened after `since`. */
export async function listResets(
  db: Reads,
  countyId: string,
  { since, at, id, limit }: { since: Date; at: Date; id?: string; limit: number },
): Promise<ListedReset[]> {
  const one = id === undefined ? sql`` : sql`and r.id = ${id}`
  const where = sql`r.county_id = ${countyId} ${one} and (r.state in ('asked', 'issued') or r.asked_at > ${since.toISOString()}::timestamptz)`
  return db.execute<ListedReset>(list(where, at, limit))
}

/** What others asked for on this person's account. */
export async function listOwnResets(db: Reads, countyId: string, personId: string, at: Date): Promise<ListedReset[]> {
  const where = sql`r.county_id = ${countyId} and r.person_id = ${personId} and r.kind = 'reset'`
  return db.execute<ListedReset>(list(where, at, 20))
}

/** What waits for a second administrator, for the security administrator to know, or for this owner to know. */
export async function resetsToHandle(
  db: Reads,
  {
    countyId,
    personId,
    security,
    at,
    limit,
  }: { countyId: string; personId: string; security: boolean; at: Date; limit: number },
): Promise<ListedReset[]> {
  const where = sql`r.county_id = ${countyId} and r.kind = 'reset' and (r.state = 'asked'
    or r.issued_at is not null and (${security} and r.security_told_at is null and ${personId} not in (r.person_id, coalesce(r.asked_by, r.person_id), coalesce(r.confirmed_by, r.person_id))
      or r.owner_told_at is null and r.person_id = ${personId}))`
  return db.execute<ListedReset>(list(where, at, limit))
}

/** Now or later. */
export async function rolesOf(db: Reads, countyId: string, personId: string, at: Date): Promise<GrantedRole[]> {
  const rows = await db.execute<{ role: GrantedRole }>(sql`
    select distinct role from role_grant where county_id = ${countyId} and person_id = ${personId}
      and coalesce(valid_until > ${at.toISOString()}::timestamptz, true)`)
  return rows.map(({ role }) => role)
}
