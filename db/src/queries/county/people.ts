import { and, count, eq, inArray, type SQL, sql } from 'drizzle-orm'
import type { PersonKind } from '@dj/shared/county/people/session.schema.ts'
import type { Reads } from '../../connect.ts'
import { personIdentityTable, personTable } from '../../tables/county/person.table.ts'
import type { Tx } from '../../with-tx.ts'

export type PersonRow = typeof personTable.$inferSelect
export type PersonChange = Partial<
  Pick<typeof personTable.$inferInsert, 'alias' | 'homeOrganizationId' | 'skills' | 'status'>
>

const isPerson = (countyId: string, id: string) => and(eq(personTable.countyId, countyId), eq(personTable.id, id))

export async function insertPerson(tx: Tx, row: typeof personTable.$inferInsert): Promise<void> {
  await tx.insert(personTable).values(row)
}

export async function insertIdentity(tx: Tx, row: typeof personIdentityTable.$inferInsert): Promise<void> {
  await tx.insert(personIdentityTable).values(row)
}

export async function findPerson(db: Reads, countyId: string, id: string): Promise<PersonRow | undefined> {
  const [row] = await db.select().from(personTable).where(isPerson(countyId, id))
  return row
}

/** The person, held until the transaction ends. */
export async function lockPerson(tx: Tx, countyId: string, id: string): Promise<PersonRow | undefined> {
  const [row] = await tx.select().from(personTable).where(isPerson(countyId, id)).for('update')
  return row
}

/** Saves a change and counts the version up. */
export async function updatePerson(tx: Tx, countyId: string, id: string, change: PersonChange): Promise<void> {
  await tx
    .update(personTable)
    .set({ ...change, version: sql`${personTable.version} + 1` })
    .where(isPerson(countyId, id))
}

export type IdentityChange = Partial<
  Pick<typeof personIdentityTable.$inferInsert, 'name' | 'phone' | 'phoneShared' | 'documentKey' | 'documentLast4'>
>

/** Whose telephone or document this is already, but for `except`. In a transaction of the county. */
export async function isIdentityTaken(
  tx: Tx,
  countyId: string,
  by: { phone: string } | { documentKey: string },
  except: string | null,
): Promise<boolean> {
  const same =
    'phone' in by
      ? sql`phone_key = regexp_replace(regexp_replace(${by.phone}, '[^0-9]', '', 'g'), '^(00)?86(?=1[0-9]{10}$)', '')`
      : sql`document_key = ${by.documentKey}`
  const rows = await tx.execute(sql`
    select from person_identity where county_id = ${countyId} and ${same} and person_id is distinct from ${except}::uuid`)
  return rows.length > 0
}

export async function updateIdentity(
  tx: Tx,
  countyId: string,
  personId: string,
  change: IdentityChange,
): Promise<void> {
  if (Object.keys(change).length === 0) return
  const { countyId: county, personId: person } = personIdentityTable
  await tx
    .update(personIdentityTable)
    .set(change)
    .where(and(eq(county, countyId), eq(person, personId)))
}

export interface ListedPerson extends Record<string, unknown> {
  id: string
  version: number
  alias: string
  name: string | null
  kind: PersonKind
  status: PersonRow['status']
  homeOrganizationId: string | null
  homeOrganizationName: string | null
  username: string | null
  documentLast4: string | null
  skills: string[]
  /** Where the list goes on after this row. */
  key: string
}

export interface PersonFilter {
  /** At home here or anywhere below. */
  organizationId?: string | undefined
  kind?: PersonKind | undefined
  /** In the alias or the username; in the name only where names may be read. */
  q?: string | undefined
  id?: string | undefined
}

const people = sql`
  from person p
  left join auth_user u on u.id = p.account_id
  left join organization h on h.county_id = p.county_id and h.id = p.home_organization_id
  left join person_identity i on i.county_id = p.county_id and i.person_id = p.id`

/** Names are null outside a transaction of the county (row security), so such a list neither shows nor searches them. */
function conditions(countyId: string, { organizationId, kind, q, id }: PersonFilter): SQL {
  const parts = [sql`p.county_id = ${countyId}`]
  if (organizationId) parts.push(sql`h.path @> array[${organizationId}]::uuid[]`)
  if (kind) parts.push(sql`p.kind = ${kind}`)
  if (id) parts.push(sql`p.id = ${id}`)
  if (q) parts.push(sql`(p.alias ilike ${like(q)} or u.username ilike ${like(q)} or i.name ilike ${like(q)})`)
  return sql.join(parts, sql` and `)
}

const like = (q: string): string => `%${q.replaceAll(/[\\%_]/g, '\\$&')}%`

/** People, the last added first. */
export async function listPeople(
  db: Reads,
  countyId: string,
  filter: PersonFilter,
  page: { limit: number; after: { key: string; id: string } | null },
): Promise<ListedPerson[]> {
  const { after } = page
  const further = after ? sql`and (p.created_at, p.id) < (${after.key}::timestamptz, ${after.id}::uuid)` : sql``
  return db.execute<ListedPerson>(sql`
    select p.id, p.version, p.alias, i.name, p.kind, p.status, h.id as "homeOrganizationId", h.name as "homeOrganizationName",
      u.username, i.document_last4 as "documentLast4", p.skills, p.created_at::text as key
    ${people} where ${conditions(countyId, filter)} ${further}
    order by p.created_at desc, p.id desc limit ${page.limit}`)
}

export async function countPeople(db: Reads, countyId: string, filter: PersonFilter): Promise<number> {
  const rows = await db.execute<{ n: number }>(
    sql`select count(*)::int as n ${people} where ${conditions(countyId, filter)}`,
  )
  return rows[0]?.n ?? 0
}

/** How many of these are active people of the county. */
export async function countActivePeople(db: Reads, countyId: string, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0
  const [row] = await db
    .select({ n: count() })
    .from(personTable)
    .where(and(eq(personTable.countyId, countyId), inArray(personTable.id, [...ids]), eq(personTable.status, 'active')))
  return row?.n ?? 0
}
