import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { OrganizationKind } from '@dj/shared/county/organization/organization.schema.ts'
import { isResponsible } from '@dj/shared/county/people/grant.rules.ts'
import { GrantedRole } from '@dj/shared/county/people/role.ts'
import type { Holdings, SizeClass } from '@dj/shared/county/organization/tree.schema.ts'
import type { Reads } from '../../connect.ts'
import type { Tx } from '../../with-tx.ts'
import { textArray, uuidArray } from '../platform/array-params.ts'
import { organizationTable } from '../../tables/county/organization.table.ts'
import type { OrganizationRow } from './organizations.ts'

export interface NodeRow extends Record<string, unknown> {
  id: string
  kind: OrganizationKind
  name: string
  code: string | null
  parentId: string | null
  townId: string | null
  path: string[]
  demo: boolean
  contactName: string | null
  contactPhone: string | null
  version: number
  formerNames: string[]
  closedOn: string | null
  successorId: string | null
  successorName: string | null
  children: number
  place: string[]
}

const nodes = (where: SQL, rest: SQL): SQL => sql`
  select o.id, o.kind, o.name, o.code, o.parent_id as "parentId", o.town_id as "townId", o.path, o.demo,
    o.contact_name as "contactName", o.contact_phone as "contactPhone", o.version, o.former_names as "formerNames",
    o.closed_on::text as "closedOn", o.successor_id as "successorId", s.name as "successorName",
    (select count(*)::int from organization c where c.county_id = o.county_id and c.parent_id = o.id and c.closed_on is null) as children,
    array(select a.name from unnest(o.path) with ordinality as step(id, n) join organization a on a.county_id = o.county_id and a.id = step.id
      where a.id <> o.id order by step.n) as place
  from organization o left join organization s on s.county_id = o.county_id and s.id = o.successor_id
  where ${where} ${rest}`

/** What order a list of nodes has: towns by their code, everything else by name. */
const sorted = sql`(o.code is null), o.code, o.name, o.id`

export async function findNode(db: Reads, countyId: string, id: string): Promise<NodeRow | undefined> {
  const [row] = await db.execute<NodeRow>(nodes(sql`o.county_id = ${countyId} and o.id = ${id}`, sql``))
  return row
}

interface Children {
  /** Null: the county itself. */
  parent: string | null
  closed: boolean
  after: string | undefined
  limit: number
}

/** The nodes right below one, a page at a time. */
export async function listChildren(
  db: Reads,
  countyId: string,
  { parent, closed, after, limit }: Children,
): Promise<NodeRow[]> {
  const later =
    after === undefined
      ? sql``
      : sql`and ((o.code is null), coalesce(o.code, ''), o.name, o.id) > (select (l.code is null), coalesce(l.code, ''), l.name, l.id
          from organization l where l.county_id = ${countyId} and l.id = ${after})`
  const where = sql`o.county_id = ${countyId} and o.parent_id is not distinct from ${parent}::uuid and (${closed} or o.closed_on is null) ${later}`
  return db.execute<NodeRow>(nodes(where, sql`order by ${sorted} limit ${limit}`))
}

/** These nodes, in the order of lists. */
export async function listNodes(db: Reads, countyId: string, ids: readonly string[]): Promise<NodeRow[]> {
  const where = sql`o.county_id = ${countyId} and o.id = any(${uuidArray(ids)})`
  return db.execute<NodeRow>(nodes(where, sql`order by ${sorted}`))
}

export interface Named extends Record<string, unknown> {
  id: string
  names: string[]
}

/** What every organization of the county is and was called; the closed ones only if asked. */
export async function listNames(db: Reads, countyId: string, closed: boolean): Promise<Named[]> {
  return db.execute<Named>(sql`
    select o.id, array[o.name] || o.former_names as names from organization o
    where o.county_id = ${countyId} and (${closed} or o.closed_on is null) order by ${sorted}`)
}

export interface EnterpriseRow extends Record<string, unknown> {
  creditCode: string | null
  sizeClass: SizeClass | null
  industry: string | null
  employees: number | null
  partyOrganizationId: string | null
}

export async function findEnterprise(db: Reads, countyId: string, id: string): Promise<EnterpriseRow | undefined> {
  const [row] = await db.execute<EnterpriseRow>(sql`
    select credit_code as "creditCode", size_class as "sizeClass", industry, employees, party_organization_id as "partyOrganizationId"
    from enterprise where county_id = ${countyId} and organization_id = ${id}`)
  return row
}

/** The needs of an organization; a town's are also those that name no other, as from the open form. */
export const needsOf = (id: string): SQL =>
  sql`(organization_id = ${id} or (organization_id is null and town_id = ${id}))`

/** Counts of what hangs on it at that moment. */
export async function holdingsOf(db: Reads, countyId: string, id: string, at: Date): Promise<Holdings> {
  const now = sql`${at.toISOString()}::timestamptz`
  const [row] = await db.execute<Holdings & Record<string, unknown>>(sql`select
    (select count(*)::int from organization where county_id = ${countyId} and parent_id = ${id} and closed_on is null) as children,
    (select count(*)::int from person where county_id = ${countyId} and home_organization_id = ${id} and status <> 'left') as people,
    (select count(*)::int from membership where county_id = ${countyId} and organization_id = ${id} and state <> 'ended') as joined,
    (select count(*)::int from role_grant where county_id = ${countyId} and organization_id = ${id}
      and coalesce(valid_until > ${now}, true)) as grants,
    (select count(*)::int from demand_order where county_id = ${countyId} and owner_organization_id = ${id}
      and state not in ('retired', 'discarded')) as orders,
    (select count(*)::int from claim where county_id = ${countyId} and organization_id = ${id}
      and state in ('requested', 'active', 'delivered')) as claims,
    (select count(*)::int from need where county_id = ${countyId} and ${needsOf(id)}) as needs,
    (select count(*)::int from alliance_member where county_id = ${countyId} and ${id} in (organization_id, alliance_id)) as alliances,
    (select count(*)::int from enterprise where county_id = ${countyId} and party_organization_id = ${id}) as covered`)
  if (!row) throw new Error('a count returned no row')
  return row
}

/** The kinds of what lies right below it and is open. */
export async function childKindsOf(db: Reads, countyId: string, id: string): Promise<OrganizationKind[]> {
  const rows = await db.execute<{ kind: OrganizationKind }>(sql`
    select distinct kind from organization where county_id = ${countyId} and parent_id = ${id} and closed_on is null`)
  return rows.map(({ kind }) => kind)
}

/** Whether somebody active holds a role there at that moment that somebody must hold. */
export async function isLed(db: Reads, countyId: string, id: string, at: Date): Promise<boolean> {
  const now = sql`${at.toISOString()}::timestamptz`
  const rows = await db.execute(sql`
    select from role_grant g join person p on p.county_id = g.county_id and p.id = g.person_id and p.status = 'active'
    where g.county_id = ${countyId} and g.organization_id = ${id} and g.role = any(${textArray(GrantedRole.options.filter(isResponsible))})
      and g.valid_from <= ${now} and coalesce(g.valid_until > ${now}, true) limit 1`)
  return rows.length > 0
}

/** Whether both have a claim under way on the same order: an organization has one. */
export async function bothClaim(db: Reads, countyId: string, one: string, other: string): Promise<boolean> {
  const rows = await db.execute(sql`
    select order_id from claim where county_id = ${countyId} and organization_id in (${one}, ${other})
      and state in ('requested', 'active', 'delivered') group by order_id having count(*) > 1 limit 1`)
  return rows.length > 0
}

/**
 * Held against whoever would hang something on it, until the transaction ends. One change of a county's tree at a time: a path
 * is written from the path above it.
 */
export async function lockOrganizations(tx: Tx, countyId: string, ids: readonly string[]): Promise<OrganizationRow[]> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`${countyId}:tree`}, 0))`)
  const rows: OrganizationRow[] = []
  for (const id of [...new Set(ids)].toSorted()) {
    const { countyId: county, id: key } = organizationTable
    const [row] = await tx
      .select()
      .from(organizationTable)
      .where(and(eq(county, countyId), eq(key, id)))
      .for('update')
    if (row) rows.push(row)
  }
  return rows
}
