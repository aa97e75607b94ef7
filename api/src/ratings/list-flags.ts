import { type FlagRow, reciprocalFlags, sameDeviceFlags, sameMinuteFlags } from '@dj/db/queries/flags.ts'
import type { Actor } from '@dj/shared/people/policy.ts'
import type { FlagKind, FlagList, FlagQuery, FlagView } from '@dj/shared/rating/flag.schema.ts'
import { quarterOf } from '@dj/shared/time/quarter.ts'
import type { Deps } from '../deps.ts'
import { wireInstant } from '../http/instant.ts'
import type { Sent } from '../http/spec.ts'

/** Suspicious patterns of a quarter, for a human to look at. Nothing follows from them by itself. */
export async function listFlags(
  deps: Deps,
  { actor: { countyId }, quarter = quarterOf(deps.now()) }: FlagQuery & { actor: Actor },
): Promise<Sent<typeof FlagList>> {
  const [device, minute, reciprocal] = await Promise.all([
    sameDeviceFlags(deps.db, countyId, quarter),
    sameMinuteFlags(deps.db, countyId, quarter),
    reciprocalFlags(deps.db, countyId, quarter),
  ])
  const items = [
    ...reciprocal.map((row) => toFlagView('reciprocal', row)),
    ...device.map((row) => toFlagView('same_device', row)),
    ...minute.map((row) => toFlagView('same_minute', row)),
  ]
  return { quarter, items }
}

const toFlagView = (kind: FlagKind, row: FlagRow): Sent<typeof FlagView> => ({
  kind,
  n: row.n,
  ratingIds: row.rating_ids,
  orders: row.orders,
  organizations: row.organizations,
  firstAt: wireInstant(row.first_at),
  lastAt: wireInstant(row.last_at),
})
