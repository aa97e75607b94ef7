import type { Reads } from '@dj/db/connect.ts'
import { findPerson } from '@dj/db/queries/people.ts'
import { currentSettings } from '@dj/db/queries/settings.ts'
import type { SettingsView } from '@dj/shared/settings/settings.schema.ts'
import type { Sent } from '../http/spec.ts'

export async function settingsView(db: Reads, countyId: string): Promise<Sent<typeof SettingsView>> {
  const { version, settings, changedBy, changedAt, note } = await currentSettings(db, countyId)
  const person = changedBy === null ? undefined : await findPerson(db, countyId, changedBy)
  return { version, settings, changedBy: person?.alias ?? null, changedAt: changedAt.toISOString(), note }
}
