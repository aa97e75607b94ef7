import { type LibraryRow, librarySummaries } from '@dj/db/queries/build/libraries.ts'
import { currentSettings } from '@dj/db/queries/county/settings.ts'
import type { LibrariesQuery, LibrariesView, LibrarySummary } from '@dj/shared/build/order/order.schema.ts'
import type { Actor } from '@dj/shared/policy.ts'
import type { CountySettings } from '@dj/shared/county/settings/settings.schema.ts'
import type { Deps } from '../../platform/deps.ts'
import type { Sent } from '../../platform/http/spec.ts'
import { thresholds } from './list-orders.ts'
import { unclaimedSince } from './unclaimed-since.ts'

const day = 86_400_000

/** One row per library: open, unclaimed by age, in hand by light, stale, rectifying, retiring. Every number is a filter of the list. */
export async function listLibraries(
  deps: Deps,
  { actor, ...filter }: LibrariesQuery & { actor: Actor },
): Promise<Sent<typeof LibrariesView>> {
  const at = deps.now()
  const { settings } = await currentSettings(deps.db, actor.countyId)
  const { offerWorkingDays, allianceWorkingDays, deskWorkingDays } = settings.unclaimed
  const steps = [offerWorkingDays, allianceWorkingDays, deskWorkingDays]
  const { since: unclaimed, missingYear } = await unclaimedSince(deps.db, actor.countyId, at, steps)
  const rows = await librarySummaries(deps.db, actor.countyId, { ...instants(settings, at), unclaimed }, filter)
  const tiers = rows.filter((row) => row.owner_id === null).map(toSummary)
  const libraries = rows.filter((row) => row.owner_id !== null).map(toSummary)
  return { tiers, libraries, calendarMissing: missingYear, asOf: at.toISOString() }
}

function instants(settings: CountySettings, at: Date) {
  const ago = (days: number) => new Date(at.getTime() - days * day)
  const { freshness } = settings
  return {
    ...thresholds(settings, at),
    staleBefore: { A: ago(freshness.aDays), B: ago(freshness.bDays), C: ago(freshness.cDays) },
  }
}

function toSummary({ owner_id, owner_name, ...counts }: LibraryRow): Sent<typeof LibrarySummary> {
  return { ...counts, owner: owner_id === null ? null : { id: owner_id, name: owner_name ?? '' } }
}
