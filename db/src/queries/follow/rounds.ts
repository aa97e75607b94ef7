import { and, asc, desc, eq, ne, sql } from 'drizzle-orm'
import type { Reads } from '../../connect.ts'
import { countyTable } from '../../tables/county/county.table.ts'
import { roundSeedTable, roundTable } from '../../tables/follow/round.table.ts'
import type { Tx } from '../../with-tx.ts'

export type RoundRow = typeof roundTable.$inferSelect
type RoundChange = Partial<typeof roundTable.$inferInsert>
type SeedChange = Partial<typeof roundSeedTable.$inferInsert>

const isRound = (countyId: string, id: string) => and(eq(roundTable.countyId, countyId), eq(roundTable.id, id))

export async function findRound(db: Reads, countyId: string, id: string): Promise<RoundRow | undefined> {
  const [row] = await db.select().from(roundTable).where(isRound(countyId, id))
  return row
}

/** The round, held until the transaction ends. `share`: many may hold it so at once, and whoever changes it waits for them. */
export async function lockRound(
  tx: Tx,
  countyId: string,
  id: string,
  strength: 'update' | 'share' = 'update',
): Promise<RoundRow | undefined> {
  const [row] = await tx.select().from(roundTable).where(isRound(countyId, id)).for(strength)
  return row
}

/** Errors: the constraint round_one_per_quarter. */
export async function insertRound(tx: Tx, row: typeof roundTable.$inferInsert): Promise<void> {
  await tx.insert(roundTable).values(row)
}

/** Saves a change and counts the version up. */
export async function updateRound(tx: Tx, countyId: string, id: string, change: RoundChange): Promise<void> {
  await tx
    .update(roundTable)
    .set({ ...change, version: sql`${roundTable.version} + 1` })
    .where(isRound(countyId, id))
}

/** The rounds of the county, newest quarter first, an aborted one after its successor. */
export async function listRounds(
  db: Reads,
  countyId: string,
  page: { limit: number; after: { key: string; id: string } | null },
): Promise<RoundRow[]> {
  const { after } = page
  const before = after && sql`(${roundTable.quarter}, ${roundTable.id}) < (${after.key}, ${after.id}::uuid)`
  return db
    .select()
    .from(roundTable)
    .where(and(eq(roundTable.countyId, countyId), before ?? undefined))
    .orderBy(desc(roundTable.quarter), desc(roundTable.id))
    .limit(page.limit)
}

/** The round of that quarter that was not aborted. */
export async function roundOfQuarter(db: Reads, countyId: string, quarter: string): Promise<RoundRow | undefined> {
  const isIt = and(eq(roundTable.countyId, countyId), eq(roundTable.quarter, quarter), ne(roundTable.state, 'aborted'))
  const [row] = await db.select().from(roundTable).where(isIt)
  return row
}

/** The rounds of that quarter that were aborted, oldest first. */
export async function abortedRounds(db: Reads, countyId: string, quarter: string): Promise<RoundRow[]> {
  return db
    .select()
    .from(roundTable)
    .where(and(eq(roundTable.countyId, countyId), eq(roundTable.quarter, quarter), eq(roundTable.state, 'aborted')))
    .orderBy(asc(roundTable.id))
}

/** Rounds in which inspectors of this county are at work. */
export async function liveRoundIds(db: Reads, countyId: string): Promise<string[]> {
  const rows = await db.execute<{ id: string }>(sql`
    select id from round where county_id = ${countyId} and state in ('running', 'closing') order by quarter`)
  return rows.map((row) => row.id)
}

export async function insertSeeds(tx: Tx, rows: readonly (typeof roundSeedTable.$inferInsert)[]): Promise<void> {
  await tx.insert(roundSeedTable).values([...rows])
}

/** The two seeds of each of these rounds, by position. */
export async function seedsOf(db: Reads, countyId: string, roundIds: readonly string[]) {
  if (roundIds.length === 0) return []
  return db.execute<SeedListed>(sql`
    select s.round_id as "roundId", s.position, s.holder_id as "holderId", p.alias as "holderAlias", s.commitment,
      s.committed_at as "committedAt", s.seed, s.revealed_by as "revealedBy", s.revealed_at as "revealedAt",
      s.fallback_reason as "fallbackReason"
    from round_seed s join person p on p.county_id = s.county_id and p.id = s.holder_id
    where s.county_id = ${countyId} and s.round_id = any(${`{${roundIds.join(',')}}`}::uuid[])
    order by s.round_id, s.position`)
}
export type SeedListed = {
  roundId: string
  position: number
  holderId: string
  holderAlias: string
  commitment: string | null
  committedAt: string | null
  seed: string | null
  revealedBy: string | null
  revealedAt: string | null
  fallbackReason: string | null
}

export async function updateSeed(
  tx: Tx,
  { countyId, roundId, position }: { countyId: string; roundId: string; position: number },
  change: SeedChange,
): Promise<void> {
  const { countyId: county, roundId: round, position: at } = roundSeedTable
  await tx
    .update(roundSeedTable)
    .set(change)
    .where(and(eq(county, countyId), eq(round, roundId), eq(at, position)))
}

export type PublishedRound = RoundRow & { county: string }

/** A round by its id alone, for those who are not signed in, with the name of its county. */
export async function findCountyOfRound(db: Reads, id: string): Promise<PublishedRound | undefined> {
  const [row] = await db
    .select({ round: roundTable, county: countyTable.name })
    .from(roundTable)
    .innerJoin(countyTable, eq(countyTable.countyId, roundTable.countyId))
    .where(eq(roundTable.id, id))
  return row && { ...row.round, county: row.county }
}
