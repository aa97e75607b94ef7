import { and, asc, eq, gt, isNull, lte, or, type SQL, sql } from 'drizzle-orm'
import type { GrantedRole } from '@dj/shared/county/people/role.ts'
import type { Reads } from '../../connect.ts'
import { personTable, roleGrantTable } from '../../tables/county/person.table.ts'
import type { Tx } from '../../with-tx.ts'

export type GrantRow = typeof roleGrantTable.$inferSelect

/** Errors: the constraints role_grant_no_overlap, _admin_apart, _inspector_not_doer and _not_to_oneself. */
export async function insertGrant(tx: Tx, row: typeof roleGrantTable.$inferInsert): Promise<void> {
  await tx.insert(roleGrantTable).values(row)
}

export async function findGrant(db: Reads, countyId: string, id: string): Promise<GrantRow | undefined> {
  const [row] = await db
    .select()
    .from(roleGrantTable)
    .where(and(eq(roleGrantTable.countyId, countyId), eq(roleGrantTable.id, id)))
  return row
}

const liveAt = (at: Date) =>
  and(lte(roleGrantTable.validFrom, at), or(isNull(roleGrantTable.validUntil), gt(roleGrantTable.validUntil, at)))

/** Everybody who holds the role there now, held until the transaction ends: two of them cannot go at once unseen. */
export async function lockHolders(
  tx: Tx,
  { countyId, role, organizationId }: { countyId: string; role: GrantedRole; organizationId: string },
  at: Date,
): Promise<{ grantId: string; personId: string; active: boolean }[]> {
  const { countyId: county, role: held, organizationId: organization, personId } = roleGrantTable
  const isHolder = and(eq(personTable.countyId, county), eq(personTable.id, personId))
  const rows = await tx
    .select({ grantId: roleGrantTable.id, personId: roleGrantTable.personId, status: personTable.status })
    .from(roleGrantTable)
    .innerJoin(personTable, isHolder)
    .where(and(eq(county, countyId), eq(held, role), eq(organization, organizationId), liveAt(at)))
    .orderBy(asc(roleGrantTable.id))
    .for('update', { of: roleGrantTable })
  return rows.map(({ status, ...row }) => ({ ...row, active: status === 'active' }))
}

/** What this person is responsible for now. */
export async function liveGrantsOf(tx: Reads, countyId: string, personId: string, at: Date) {
  return tx
    .select({ role: roleGrantTable.role, organizationId: roleGrantTable.organizationId })
    .from(roleGrantTable)
    .where(and(eq(roleGrantTable.countyId, countyId), eq(roleGrantTable.personId, personId), liveAt(at)))
}

export async function countLiveGrants(tx: Reads, countyId: string, personId: string, at: Date): Promise<number> {
  return tx.$count(
    roleGrantTable,
    and(eq(roleGrantTable.countyId, countyId), eq(roleGrantTable.personId, personId), liveAt(at)),
  )
}

/** Ends a grant that is live; false when it is over already. */
export async function endGrant(
  tx: Tx,
  { countyId, id, at, by, reason }: { countyId: string; id: string; at: Date; by: string; reason: string },
): Promise<boolean> {
  const rows = await tx
    .update(roleGrantTable)
    .set({ validUntil: at, endedBy: by, endReason: reason })
    .where(and(eq(roleGrantTable.countyId, countyId), eq(roleGrantTable.id, id), liveAt(at)))
    .returning({ id: roleGrantTable.id })
  return rows.length === 1
}

export interface ListedGrant extends Record<string, unknown> {
  id: string
  personId: string
  alias: string
  username: string | null
  role: GrantedRole
  organizationId: string
  organizationName: string
  validFrom: string
  validUntil: string | null
  grantedBy: string | null
  live: boolean
}

export interface GrantFilter {
  id?: string | undefined
  personId?: string | undefined
  role?: GrantedRole | undefined
  live?: boolean | undefined
}

const live = (at: Date) =>
  sql`(g.valid_from <= ${at.toISOString()}::timestamptz and (g.valid_until is null or g.valid_until > ${at.toISOString()}::timestamptz))`

function conditions(countyId: string, filter: GrantFilter, at: Date): SQL {
  const parts = [sql`g.county_id = ${countyId}`]
  if (filter.id) parts.push(sql`g.id = ${filter.id}`)
  if (filter.personId) parts.push(sql`g.person_id = ${filter.personId}`)
  if (filter.role) parts.push(sql`g.role = ${filter.role}`)
  if (filter.live !== undefined) parts.push(sql`${live(at)} = ${filter.live}`)
  return sql.join(parts, sql` and `)
}

/** Grants, the last given first. */
export async function listGrants(
  db: Reads,
  countyId: string,
  filter: GrantFilter & { at: Date },
  page: { limit: number; after: { key: string; id: string } | null },
): Promise<ListedGrant[]> {
  const { after } = page
  const further = after ? sql`and (g.valid_from, g.id) < (${after.key}::timestamptz, ${after.id}::uuid)` : sql``
  return db.execute<ListedGrant>(sql`
    select g.id, p.id as "personId", p.alias, u.username, g.role, o.id as "organizationId", o.name as "organizationName",
      g.valid_from::text as "validFrom", g.valid_until::text as "validUntil", b.alias as "grantedBy", ${live(filter.at)} as live
    from role_grant g
    join person p on p.county_id = g.county_id and p.id = g.person_id
    join organization o on o.county_id = g.county_id and o.id = g.organization_id
    left join auth_user u on u.id = p.account_id
    left join person b on b.county_id = g.county_id and b.id = g.granted_by
    where ${conditions(countyId, filter, filter.at)} ${further}
    order by g.valid_from desc, g.id desc limit ${page.limit}`)
}

export async function countGrants(db: Reads, countyId: string, filter: GrantFilter & { at: Date }): Promise<number> {
  const rows = await db.execute<{ n: number }>(
    sql`select count(*)::int as n from role_grant g where ${conditions(countyId, filter, filter.at)}`,
  )
  return rows[0]?.n ?? 0
}
