import type { Reads } from '@dj/db/connect.ts'
import { findPerson } from '@dj/db/queries/county/people.ts'
import { currentSettings } from '@dj/db/queries/county/settings.ts'
import { must } from '@dj/shared/platform/assert.ts'
import type { SettingsView } from '@dj/shared/county/settings/settings.schema.ts'
import type { Sent } from '../../platform/http/spec.ts'

export async function settingsView(db: Reads, countyId: string): Promise<Sent<typeof SettingsView>> {
  const { version, settings, changedBy, changedAt, note } = await currentSettings(db, countyId)
  const aliasOf = async (id: string) => (await findPerson(db, countyId, id))?.alias
  const seedHolders = await Promise.all(
    (settings.round.plan?.seedHolderIds ?? []).map(async (id) => ({ id, alias: must(await aliasOf(id), id) })),
  )
  const by = changedBy === null ? undefined : await aliasOf(changedBy)
  return { version, settings, changedBy: by ?? null, changedAt: changedAt.toISOString(), note, seedHolders }
}
