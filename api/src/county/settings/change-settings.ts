import { countActivePeople } from '@dj/db/queries/county/people.ts'
import { recordEvent } from '@dj/db/queries/platform/events.ts'
import { categoriesInUse, currentSettings, insertSettings } from '@dj/db/queries/county/settings.ts'
import type { Tx } from '@dj/db/with-tx.ts'
import type { Actor } from '@dj/shared/policy.ts'
import { refuseIf } from '@dj/shared/problem.ts'
import type { RoundPlan } from '@dj/shared/county/settings/round-plan.schema.ts'
import type { ChangeSettings, CountySettings, SettingsView } from '@dj/shared/county/settings/settings.schema.ts'
import { refuseSameHand } from '../accounts/same-hand.ts'
import type { Deps } from '../../platform/deps.ts'
import type { Sent } from '../../platform/http/spec.ts'
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
    await refuseHolders(tx, countyId, before.settings.round.plan, settings.round.plan, at)
    const next = version + 1
    await insertSettings(tx, { countyId, version: next, settings, changedBy: by, changedAt: at, note })
    await recordEvent(tx, { countyId, kind: 'settings.changed', at, by, data: { version: next } })
    return settingsView(tx, countyId)
  })
}

/** Holders who left meanwhile keep nobody from changing something else: the calendar says so when it comes to them. */
async function refuseHolders(tx: Tx, countyId: string, before: RoundPlan | null, after: RoundPlan | null, at: Date) {
  const [first, second] = after?.seedHolderIds ?? []
  if (first === undefined || before?.seedHolderIds.join() === after?.seedHolderIds.join()) return
  const field = 'settings.round.plan.seedHolderIds.1'
  refuseIf(first === second ? 'round.holders_same' : undefined, field)
  await refuseSameHand(tx, { countyId, personId: first }, [second], at, field)
  const known = await Promise.all([first, second ?? ''].map((id) => countActivePeople(tx, countyId, [id])))
  const unknown = known.indexOf(0)
  refuseIf(unknown < 0 ? undefined : 'grant.person_unknown', `settings.round.plan.seedHolderIds.${unknown}`)
}

async function refuseLostCategories(tx: Tx, countyId: string, before: CountySettings, after: CountySettings) {
  const kept = new Set(after.categories.map(({ code }) => code))
  const lost = before.categories.map(({ code }) => code).filter((code) => !kept.has(code))
  const used = await categoriesInUse(tx, countyId, lost)
  refuseIf(used.length > 0 ? 'settings.category_in_use' : undefined, 'settings.categories')
}
