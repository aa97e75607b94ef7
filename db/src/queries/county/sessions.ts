import { IDLE_SECONDS } from '@dj/shared/platform/session.rules.ts'
import type { Actor } from '@dj/shared/policy.ts'
import { and, eq, inArray, lt, sql } from 'drizzle-orm'
import type { Reads } from '../../connect.ts'
import { authSessionTable, authUserTable } from '../../tables/county/auth.table.ts'
import type { Tx } from '../../with-tx.ts'

/** Where every process listens for people of whom something changed. */
export const ACTOR_CHANNEL = 'dj_actor'

export interface SessionRow extends Record<string, unknown> {
  accountId: string
  username: string
  countyId: string
  personId: string
  kind: Actor['kind']
  homeOrganizationId: string | null
  grants: Actor['grants']
  /** Until the session ends or a grant begins or ends, in milliseconds. */
  staysFor: number
  /** In milliseconds since 1970: when the password was shown, and when it was last used, if that is kept. */
  confirmedAt: number
  seenAt: number | null
}

/** Who has the session of the token with this hash, with the grants valid at `at` (an ISO instant; the database's clock without it). Active people only. Asked in no county: a function of the owner tells the county, and how long it lets a session idle. */
export async function findSession(db: Reads, tokenHash: string, at: string | null): Promise<SessionRow | undefined> {
  const rows = await db.execute<SessionRow>(sql`
    select * from session_of(${tokenHash}, ${at}::timestamptz, ${IDLE_SECONDS.desk}::int, ${IDLE_SECONDS.others}::int)`)
  return rows[0]
}

type Writes = Pick<Tx, 'update'>

/** Asked for the session of this hash: the password was shown in it. */
export async function markConfirmed(db: Writes, tokenHash: string, at: Date): Promise<void> {
  await db.update(authSessionTable).set({ confirmedAt: at, seenAt: at }).where(eq(authSessionTable.token, tokenHash))
}

/** Asked for the session of this hash: it is being used. */
export async function markSeen(db: Writes, tokenHash: string, at: Date): Promise<void> {
  await db.update(authSessionTable).set({ seenAt: at }).where(eq(authSessionTable.token, tokenHash))
}

/** Tells every process, once this transaction is committed, to forget what it holds about the person. */
export async function announceChange(tx: Pick<Reads, 'execute'>, personId: string): Promise<void> {
  await tx.execute(sql`select pg_notify(${ACTOR_CHANNEL}, ${personId})`)
}

export async function endSessions(tx: Tx, accountId: string): Promise<void> {
  await tx.delete(authSessionTable).where(eq(authSessionTable.userId, accountId))
}

/** Removes the county's sessions that ended before `at`; how many. */
export async function deleteEndedSessions(tx: Tx, countyId: string, at: Date): Promise<number> {
  const accounts = tx.select({ id: authUserTable.id }).from(authUserTable).where(eq(authUserTable.countyId, countyId))
  const rows = await tx
    .delete(authSessionTable)
    .where(and(lt(authSessionTable.expiresAt, at), inArray(authSessionTable.userId, accounts)))
    .returning({ id: authSessionTable.id })
  return rows.length
}

export interface SessionViewRow extends Record<string, unknown> {
  alias: string
  kind: Actor['kind']
  skills: string[]
  homeOrganizationId: string | null
  homeOrganizationName: string | null
  countyName: string
  demo: boolean
  root: { id: string; name: string }
  roles: { role: Actor['grants'][number]['role']; organizationId: string; organizationName: string }[]
}

/** What somebody signed in sees about themselves, with the names of the organizations they act for. */
export async function sessionViewOf(
  db: Reads,
  { countyId, personId, grants }: Actor,
): Promise<SessionViewRow | undefined> {
  const held = JSON.stringify(grants)
  const rows = await db.execute<SessionViewRow>(sql`
    select p.alias, p.kind, p.skills, h.id as "homeOrganizationId", h.name as "homeOrganizationName", c.name as "countyName", c.demo,
      (select json_build_object('id', o.id, 'name', o.name) from organization o where o.county_id = p.county_id and o.kind = 'county') as root,
      (select coalesce(json_agg(json_build_object('role', g.role, 'organizationId', o.id, 'organizationName', o.name) order by g.role, o.name), '[]')
        from json_to_recordset(${held}::json) as g(role text, "organizationId" uuid)
        join organization o on o.county_id = p.county_id and o.id = g."organizationId") as roles
    from person p
    join county c on c.county_id = p.county_id
    left join organization h on h.county_id = p.county_id and h.id = p.home_organization_id
    where p.county_id = ${countyId} and p.id = ${personId}`)
  return rows[0]
}
