import { CountySettings } from '@dj/shared/settings/settings.schema.ts'
import { must } from '@dj/shared/assert.ts'
import { desc, eq } from 'drizzle-orm'
import type { Reads } from '../connect.ts'
import { countySettingsTable } from '../tables/county.table.ts'
import type { Tx } from '../with-tx.ts'

/** The settings in force: the newest version. Fields a later release added get their defaults. */
export async function currentSettings(db: Reads, countyId: string) {
  const [row] = await db
    .select()
    .from(countySettingsTable)
    .where(eq(countySettingsTable.countyId, countyId))
    .orderBy(desc(countySettingsTable.version))
    .limit(1)
  const { settings, ...rest } = must(row, `settings of county ${countyId}`)
  return { ...rest, settings: CountySettings.parse(settings) }
}

export async function insertSettings(tx: Tx, row: typeof countySettingsTable.$inferInsert): Promise<void> {
  await tx.insert(countySettingsTable).values(row)
}
