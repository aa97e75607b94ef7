import { and, eq, type SQL, sql } from 'drizzle-orm'
import { enterpriseTable, organizationTable } from '../../tables/county/organization.table.ts'
import type { Tx } from '../../with-tx.ts'
import { uuidArray } from '../platform/array-params.ts'
import type { OrganizationRow } from './organizations.ts'
import { needsOf } from './tree.ts'

interface Which {
  countyId: string
  id: string
}

/** Saves a change of the node itself and counts its version up. */
export async function updateOrganization(
  tx: Tx,
  { countyId, id }: Which,
  change: Partial<Pick<OrganizationRow, 'name' | 'formerNames' | 'closedOn' | 'successorId'>>,
): Promise<void> {
  await tx
    .update(organizationTable)
    .set({ ...change, version: sql`${organizationTable.version} + 1` })
    .where(and(eq(organizationTable.countyId, countyId), eq(organizationTable.id, id)))
}

export async function upsertEnterprise(
  tx: Tx,
  { countyId, id }: Which,
  facts: Partial<typeof enterpriseTable.$inferInsert>,
): Promise<void> {
  await tx
    .insert(enterpriseTable)
    .values({ ...facts, countyId, organizationId: id })
    .onConflictDoUpdate({
      target: [enterpriseTable.countyId, enterpriseTable.organizationId],
      set: { organizationId: id, ...facts },
    })
}

type Place = Pick<OrganizationRow, 'id' | 'path' | 'townId'>

/**
 * Hangs a node with all below it under another parent: paths and towns are rewritten, and the subtree's orders and needs lie in
 * the new town from now on, closed and answered ones too, which may come back. What was retired stays.
 */
export async function moveSubtree(tx: Tx, { countyId, id }: Which, parent: Place): Promise<void> {
  await tx.execute(sql`update organization set parent_id = ${parent.id}, version = version + 1
    where county_id = ${countyId} and id = ${id}`)
  await tx.execute(sql`update organization
    set path = ${uuidArray(parent.path)} || path[array_position(path, ${id}::uuid):],
      town_id = case when kind = 'town' then id else ${parent.townId}::uuid end
    where county_id = ${countyId} and path @> array[${id}]::uuid[]`)
  await followTown(tx, countyId, id)
}

/** What is not gone for good in the subtree lies in the town its organization lies in. */
async function followTown(tx: Tx, countyId: string, id: string): Promise<void> {
  const below = sql`o.county_id = ${countyId} and o.path @> array[${id}]::uuid[]`
  await tx.execute(sql`update demand_order d set town_id = o.town_id from organization o
    where d.county_id = ${countyId} and o.id = d.owner_organization_id and ${below}
      and d.town_id is distinct from o.town_id and d.state not in ('retired', 'discarded')`)
  await tx.execute(sql`update need n set town_id = o.town_id from organization o
    where n.county_id = ${countyId} and o.id = n.organization_id and ${below}
      and n.town_id is distinct from o.town_id`)
}

export interface EndedGrant extends Record<string, unknown> {
  grantId: string
  personId: string
  role: string
  organizationId: string
}

export interface HandedOn {
  orders: string[]
  claims: { id: string; orderId: string }[]
  needs: string[]
  children: string[]
  people: string[]
  /** The roles that were held there, and are ended. */
  grants: EndedGrant[]
}

interface Handing extends Which {
  to: Place
  at: Date
  by: string
  endReason: string
}

/** Everything that hangs on an organization goes to its successor; the roles held there end. What went where. */
export async function handOn(tx: Tx, { countyId, id, to, at, by, endReason }: Handing): Promise<HandedOn> {
  const mine = sql`county_id = ${countyId}`
  const idsOf = async (query: SQL) => (await tx.execute<{ id: string }>(query)).map((row) => row.id)
  const orders =
    await idsOf(sql`update demand_order set owner_organization_id = ${to.id}, town_id = ${to.townId}, version = version + 1
    where ${mine} and owner_organization_id = ${id} and state not in ('retired', 'discarded') returning id`)
  const claims = await tx.execute<{
    id: string
    orderId: string
  }>(sql`update claim set organization_id = ${to.id}, version = version + 1
    where ${mine} and organization_id = ${id} and state in ('requested', 'active', 'delivered') returning id, order_id as "orderId"`)
  const needs =
    await idsOf(sql`update need set organization_id = case when organization_id is null then null else ${to.id}::uuid end,
    town_id = ${to.townId}, version = version + 1 where ${mine} and ${needsOf(id)} returning id`)
  const children = await idsOf(
    sql`select id from organization where ${mine} and parent_id = ${id} and closed_on is null order by id`,
  )
  for (const child of children) await moveSubtree(tx, { countyId, id: child }, to)
  const people = await idsOf(sql`update person set home_organization_id = ${to.id}, version = version + 1
    where ${mine} and home_organization_id = ${id} and status <> 'left' returning id`)
  const ended = sql`${at.toISOString()}::timestamptz`
  const grants =
    await tx.execute<EndedGrant>(sql`update role_grant set valid_until = greatest(valid_from, ${ended}), ended_by = ${by}, end_reason = ${endReason}
    where ${mine} and organization_id = ${id} and coalesce(valid_until > ${ended}, true) returning id as "grantId", person_id as "personId", role, organization_id as "organizationId"`)
  await tx.execute(sql`insert into membership (county_id, person_id, organization_id, state, since)
    select county_id, person_id, ${to.id}, state, since from membership where ${mine} and organization_id = ${id} and state <> 'ended'
    on conflict do nothing`)
  await tx.execute(
    sql`update membership m set state = 'ended' where ${mine} and organization_id = ${id} and state <> 'ended'`,
  )
  await tx.execute(
    sql`update enterprise set party_organization_id = ${to.id} where ${mine} and party_organization_id = ${id}`,
  )
  // Whoever declared an interest in it has one in what it became.
  await tx.execute(sql`insert into declared_conflict (county_id, person_id, organization_id, reason, declared_at)
    select county_id, person_id, ${to.id}, reason, declared_at from declared_conflict where ${mine} and organization_id = ${id}
    on conflict do nothing`)
  await joinAlliances(tx, { countyId, id, to: to.id })
  return { orders, claims: [...claims], needs, children, people, grants: [...grants] }
}

/** The successor takes its part in each alliance, or keeps the one it has there, the lead's if either led; an alliance's members go along. */
async function joinAlliances(tx: Tx, { countyId, id, to }: Which & { to: string }): Promise<void> {
  const twice = sql`county_id = ${countyId} and organization_id = ${id}
    and exists (select from alliance_member own where own.county_id = m.county_id and own.alliance_id = m.alliance_id and own.organization_id = ${to})`
  const ended = await tx.execute<{ allianceId: string; part: string }>(
    sql`delete from alliance_member m where ${twice} returning alliance_id as "allianceId", part`,
  )
  for (const { allianceId, part } of ended) {
    if (part !== 'lead') continue
    await tx.execute(sql`update alliance_member set part = 'lead'
      where county_id = ${countyId} and alliance_id = ${allianceId} and organization_id = ${to}`)
  }
  await tx.execute(
    sql`update alliance_member set organization_id = ${to} where county_id = ${countyId} and organization_id = ${id}`,
  )
  await tx.execute(sql`insert into alliance_member (county_id, alliance_id, organization_id, part)
    select county_id, ${to}, organization_id, case part when 'lead' then 'member' else part end
    from alliance_member where county_id = ${countyId} and alliance_id = ${id} on conflict do nothing`)
  await tx.execute(sql`delete from alliance_member where county_id = ${countyId} and alliance_id = ${id}`)
}
