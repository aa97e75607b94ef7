import { and, desc, eq, sql, type SQL } from 'drizzle-orm'
import type { OrderState } from '@dj/shared/build/order/order.schema.ts'
import type { RetirementState } from '@dj/shared/exit/retirement/retirement.schema.ts'
import type { ReopeningState } from '@dj/shared/follow/reopening/reopening.schema.ts'
import type { Basis } from '@dj/shared/follow/round/round.schema.ts'
import type { RectificationState } from '@dj/shared/exit/rectification/rectification.schema.ts'
import type { Reads } from '../../connect.ts'
import { personTable } from '../../tables/county/person.table.ts'
import { bulletinTable } from '../../tables/follow/bulletin.table.ts'
import type { Tx } from '../../with-tx.ts'
import { uuidArray } from '../platform/array-params.ts'
import { type Counted, judged } from './bulletin-figures.ts'

export type BulletinRow = typeof bulletinTable.$inferSelect & { signedByAlias: string }

/** The newest published version, or that one. */
export async function findBulletin(
  db: Reads,
  { countyId, roundId }: { countyId: string; roundId: string },
  version?: number,
): Promise<BulletinRow | undefined> {
  const { countyId: county, roundId: round, version: number } = bulletinTable
  const [row] = await db
    .select({ bulletin: bulletinTable, alias: personTable.alias })
    .from(bulletinTable)
    .innerJoin(personTable, and(eq(personTable.countyId, county), eq(personTable.id, bulletinTable.signedBy)))
    .where(and(eq(county, countyId), eq(round, roundId), version === undefined ? undefined : eq(number, version)))
    .orderBy(desc(number))
    .limit(1)
  return row && { ...row.bulletin, signedByAlias: row.alias }
}

export type PublishedVersionRow = { round_id: string; version: number; published_at: string; correction: string | null }

/** Every published version of these rounds, the newest first. */
export async function publishedVersions(db: Reads, countyId: string, roundIds: readonly string[]) {
  if (roundIds.length === 0) return []
  return db.execute<PublishedVersionRow>(sql`
    select round_id, version, published_at::text, correction from bulletin
    where county_id = ${countyId} and round_id = any(${uuidArray(roundIds)}) order by round_id, version desc`)
}

/** The newest bulletin of that quarter's round, if it was published. */
export async function bulletinOfQuarter(db: Reads, countyId: string, quarter: string): Promise<unknown> {
  const rows = await db.execute<{ body: unknown }>(sql`
    select b.body from bulletin b join round r on r.county_id = b.county_id and r.id = b.round_id
    where b.county_id = ${countyId} and r.quarter = ${quarter} and r.state = 'closed' order by b.version desc limit 1`)
  return rows[0]?.body
}

/** Errors: the constraint bulletin_pkey. */
export async function insertBulletin(tx: Tx, row: typeof bulletinTable.$inferInsert): Promise<void> {
  await tx.insert(bulletinTable).values(row)
}

/** The highest number that a bulletin of the county carries under this mark and year; 0 where none does. */
export async function lastSerial(db: Reads, countyId: string, { mark, year }: { mark: string; year: number }) {
  const before = `${mark}〔${year}〕`
  const rows = await db.execute<{ n: number }>(sql`
    select coalesce(max(rtrim(substr(body ->> 'number', ${before.length + 1}::int), '号')::int), 0) as n from bulletin
    where county_id = ${countyId} and starts_with(body ->> 'number', ${before})`)
  return rows[0]?.n ?? 0
}

const bodyHash = sql`encode(sha256(convert_to(body::text, 'UTF8')), 'hex')`

/** What the event of the publication keeps of the body: SHA-256 of the text in which PostgreSQL stores it. */
export async function hashOfBulletin(db: Reads, of: { countyId: string; roundId: string; version: number }) {
  const rows = await db.execute<{ hash: string }>(sql`select ${bodyHash} as hash from bulletin
    where county_id = ${of.countyId} and round_id = ${of.roundId} and version = ${of.version}`)
  return rows[0]?.hash
}

/** Published bulletins that no longer read, or no longer exist, as their events say. */
export async function countChangedBulletins(db: Reads, countyId: string): Promise<number> {
  const rows = await db.execute<{ n: number }>(sql`
    select count(*)::int as n from (select round_id, version, ${bodyHash} as hash from bulletin where county_id = ${countyId}) b
    full join (select (data ->> 'roundId')::uuid as round_id, (data ->> 'version')::int as version, data ->> 'bodyHash' as hash
      from event where county_id = ${countyId} and kind = 'bulletin.published') e using (round_id, version)
    where b.hash is distinct from e.hash`)
  return rows[0]?.n ?? 0
}

type Listed = { number: string | null; title: string; owner: string }
const of = sql`join demand_order o on o.county_id = x.county_id and o.id = x.order_id
  join organization g on g.county_id = o.county_id and g.id = o.owner_organization_id`

export type JudgedRow = Listed & {
  verdict: 'pass' | 'rectify' | 'propose_retirement'
  /** Of this round; null where the finding came after the close of an earlier one. */
  basis: Basis | null
  late: boolean
  state: OrderState
  notice: { number: string; state: RectificationState } | null
  retirement: RetirementState | null
  reopening: ReopeningState | null
}

const restsOn = (first: SQL) => sql`(${first} = any(j.ids) or exists (
  select from jsonb_array_elements(coalesce(p.facts -> 'added', '[]')) a where a ->> 'findingId' = any(j.ids)))`

/** The orders of the quarter that were judged, the strictest verdict first, with the newest procedure of each kind that their findings led to. */
export async function judgedIn(db: Reads, counted: Counted) {
  const newest = sql`p.county_id = o.county_id and p.order_id = o.id`
  return db.execute<JudgedRow>(sql`
    select o.number, o.title, g.name as owner, o.state, j.carried as late,
      case j.verdict when 3 then 'propose_retirement' when 2 then 'rectify' else 'pass' end as verdict,
      (select min(t.basis) from target t where t.county_id = o.county_id and t.round_id = ${counted.roundId} and t.order_id = o.id) as basis,
      (select json_build_object('number', p.number, 'state', p.state) from rectification p where ${newest}
        and ${restsOn(sql`p.finding_id::text`)} order by p.issued_at desc limit 1) as notice,
      (select p.state from retirement p where ${newest} and ${restsOn(sql`p.facts ->> 'findingId'`)} order by p.proposed_at desc limit 1) as retirement,
      (select p.state from reopening p where ${newest} and ${restsOn(sql`p.finding_id::text`)} order by p.proposed_at desc limit 1) as reopening
    from (${judged(counted)}) j join demand_order o on o.county_id = ${counted.countyId} and o.id = j.order_id
    join organization g on g.county_id = o.county_id and g.id = o.owner_organization_id
    order by j.verdict desc, o.number`)
}

/** Rectifications that were issued in the quarter. */
export async function rectifiedIn(db: Reads, { countyId, from, until }: Counted) {
  return db.execute<Listed & { notice: string; cause: 'finding' | 'poor_rating'; state: RectificationState }>(sql`
    select o.number, o.title, g.name as owner, x.number as notice, x.cause, x.state from rectification x ${of}
    where x.county_id = ${countyId} and x.state <> 'void' and x.issued_at >= ${from.toISOString()}::timestamptz
      and x.issued_at < ${until.toISOString()}::timestamptz order by x.number`)
}

/** Retirements that became final in the quarter and were not taken back. */
export async function retiredIn(db: Reads, { countyId, from, until }: Counted) {
  return db.execute<Listed & { reason: string }>(sql`
    select o.number, o.title, g.name as owner, x.reason from retirement x ${of}
    where x.county_id = ${countyId} and x.state = 'final' and x.final_at >= ${from.toISOString()}::timestamptz
      and x.final_at < ${until.toISOString()}::timestamptz order by o.number`)
}

export async function excusedFrom(db: Reads, { countyId, roundId }: Counted) {
  return db.execute<Listed & { reason: string }>(sql`
    select o.number, o.title, g.name as owner, x.excuse_reason as reason from target x ${of}
    where x.county_id = ${countyId} and x.round_id = ${roundId} and x.state = 'excused' order by o.number`)
}

export async function checklistVersionsOf(db: Reads, { countyId, roundId }: Counted): Promise<number[]> {
  const rows = await db.execute<{ version: number }>(sql`
    select distinct checklist_version as version from finding
    where county_id = ${countyId} and round_id = ${roundId} and state = 'final' order by 1`)
  return rows.map(({ version }) => version)
}
