import { CountySettings } from '@dj/shared/county/settings/settings.schema.ts'
import { must } from '@dj/shared/platform/assert.ts'
import { and, desc, eq, sql } from 'drizzle-orm'
import type { Reads } from '../../connect.ts'
import { countySettingsTable } from '../../tables/county/county.table.ts'
import type { Tx } from '../../with-tx.ts'
import { textArray } from '../platform/array-params.ts'

/** The settings in force: the newest version. Fields a later release added get their defaults. */
export async function currentSettings(db: Reads, countyId: string) {
  return must(await findSettings(db, countyId), `settings of county ${countyId}`)
}

/** The same, undefined where there is no such county. */
export async function findSettings(db: Reads, countyId: string) {
  const [row] = await db
    .select()
    .from(countySettingsTable)
    .where(eq(countySettingsTable.countyId, countyId))
    .orderBy(desc(countySettingsTable.version))
    .limit(1)
  return row && { ...row, settings: CountySettings.parse(row.settings) }
}

const known = new WeakMap<Reads, Map<string, CountySettings>>()

/** The settings of that version. A version never changes: whoever works with one pool asks for it once. */
export async function settingsOfVersion(db: Reads, countyId: string, version: number): Promise<CountySettings> {
  const versions = known.get(db) ?? new Map<string, CountySettings>()
  known.set(db, versions)
  const kept = versions.get(`${countyId} ${version}`)
  if (kept) return kept
  const { countyId: county, version: number, settings } = countySettingsTable
  const [row] = await db
    .select({ settings })
    .from(countySettingsTable)
    .where(and(eq(county, countyId), eq(number, version)))
  const read = CountySettings.parse(must(row, `settings of county ${countyId}, version ${version}`).settings)
  versions.set(`${countyId} ${version}`, read)
  return read
}

export async function insertSettings(tx: Tx, row: typeof countySettingsTable.$inferInsert): Promise<void> {
  await tx.insert(countySettingsTable).values(row)
}

/** Of these categories, those that a need or an order carries. */
export async function categoriesInUse(db: Reads, countyId: string, codes: readonly string[]): Promise<string[]> {
  if (codes.length === 0) return []
  const rows = await db.execute<{ code: string }>(sql`
    select code from unnest(${textArray(codes)}) as code
    where exists (select from need where county_id = ${countyId} and category = code)
      or exists (select from demand_order where county_id = ${countyId} and category = code)`)
  return rows.map((row) => row.code)
}
