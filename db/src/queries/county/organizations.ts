import { and, asc, eq, ilike, isNull, sql } from 'drizzle-orm'
import type { OrganizationKind } from '@dj/shared/county/organization/organization.schema.ts'
import type { Reads } from '../../connect.ts'
import { allianceMemberTable, enterpriseTable, organizationTable } from '../../tables/county/organization.table.ts'
import type { Tx } from '../../with-tx.ts'

export type OrganizationRow = typeof organizationTable.$inferSelect

export async function findOrganization(db: Reads, countyId: string, id: string): Promise<OrganizationRow | undefined> {
  const [row] = await db
    .select()
    .from(organizationTable)
    .where(and(eq(organizationTable.countyId, countyId), eq(organizationTable.id, id)))
  return row
}

/** The organization, or what it has become: whoever comes by an old poster or link finds who takes their words today. */
export async function findSuccessor(db: Reads, countyId: string, id: string): Promise<OrganizationRow | undefined> {
  const found = await findOrganization(db, countyId, id)
  return found?.successorId ? findSuccessor(db, countyId, found.successorId) : found
}

/** The open ones: what was closed is found in the tree alone. */
export async function listOrganizations(
  db: Reads,
  countyId: string,
  filter: { kind?: OrganizationKind | undefined; under?: string | undefined; q?: string | undefined; limit?: number },
): Promise<OrganizationRow[]> {
  const { kind, under, q, limit = 2000 } = filter
  return db
    .select()
    .from(organizationTable)
    .where(
      and(
        eq(organizationTable.countyId, countyId),
        isNull(organizationTable.closedOn),
        kind ? eq(organizationTable.kind, kind) : undefined,
        under ? sql`${organizationTable.path} @> array[${under}]::uuid[]` : undefined,
        q ? ilike(organizationTable.name, `%${q.replaceAll(/[\\%_]/g, '\\$&')}%`) : undefined,
      ),
    )
    .orderBy(asc(organizationTable.code), asc(organizationTable.name))
    .limit(limit)
}

/** Whom to call there; nobody with null. */
export async function updateOfficeContact(
  tx: Tx,
  { countyId, id }: Pick<OrganizationRow, 'countyId' | 'id'>,
  contact: { name: string; telephone: string } | null,
): Promise<void> {
  await tx
    .update(organizationTable)
    .set({ contactName: contact?.name ?? null, contactPhone: contact?.telephone ?? null })
    .where(and(eq(organizationTable.countyId, countyId), eq(organizationTable.id, id)))
}

/** Adds a node; the only writer of `path` and `townId`. */
export async function insertOrganization(
  tx: Tx,
  node: Omit<typeof organizationTable.$inferInsert, 'path' | 'townId' | 'parentId'>,
  parent: Pick<OrganizationRow, 'id' | 'path' | 'townId'> | null,
): Promise<OrganizationRow> {
  const [row] = await tx
    .insert(organizationTable)
    .values({
      ...node,
      parentId: parent?.id ?? null,
      path: [...(parent?.path ?? []), node.id],
      townId: node.kind === 'town' ? node.id : (parent?.townId ?? null),
    })
    .returning()
  if (!row) throw new Error('an insert returned no row')
  return row
}

export async function insertEnterprise(tx: Tx, row: typeof enterpriseTable.$inferInsert): Promise<void> {
  await tx.insert(enterpriseTable).values(row)
}

export async function insertAllianceMembers(
  tx: Tx,
  rows: readonly (typeof allianceMemberTable.$inferInsert)[],
): Promise<void> {
  await tx.insert(allianceMemberTable).values([...rows])
}
