import { recordEvent } from '@dj/db/queries/events.ts'
import { categoriesInUse, currentSettings, insertSettings } from '@dj/db/queries/settings.ts'
import type { Tx } from '@dj/db/with-tx.ts'
import type { Actor } from '@dj/shared/people/policy.ts'
import { refuseIf } from '@dj/shared/problem.ts'
import type { ChangeSettings, CountySettings, SettingsView } from '@dj/shared/settings/settings.schema.ts'
import type { Deps } from '../deps.ts'
import type { Sent } from '../http/spec.ts'
import { settingsView } from './settings.view.ts'

/** A new version; the old ones stay, so that it can be told which one a decision followed. */
export function changeSettings(
  deps: Deps,
  { actor, settings, note, version }: ChangeSettings & { actor: Actor; version: number },
): Promise<Sent<typeof SettingsView>> {
  const { countyId, personId: by } = actor
  return deps.withTx(countyId, async (tx, at) => {
    const before = await currentSettings(tx, countyId)
    refuseIf(before.version === version ? undefined : 'request.stale_version')
    await refuseLostCategories(tx, countyId, before.settings, settings)
    const next = version + 1
    await insertSettings(tx, { countyId, version: next, settings, changedBy: by, changedAt: at, note })
    await recordEvent(tx, { countyId, kind: 'settings.changed', at, by, data: { version: next } })
    return settingsView(tx, countyId)
  })
}

async function refuseLostCategories(tx: Tx, countyId: string, before: CountySettings, after: CountySettings) {
  const kept = new Set(after.categories.map(({ code }) => code))
  const lost = before.categories.map(({ code }) => code).filter((code) => !kept.has(code))
  const used = await categoriesInUse(tx, countyId, lost)
  refuseIf(used.length > 0 ? 'settings.category_in_use' : undefined, 'settings.categories')
}
