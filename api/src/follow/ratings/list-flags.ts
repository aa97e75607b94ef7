import type { Reads } from '@dj/db/connect.ts'
import {
  type FlagRow,
  reciprocalFlags,
  sameDeviceFlags,
  sameMinuteFlags,
  soonAfterLookFlags,
} from '@dj/db/queries/follow/flags.ts'
import { currentSettings } from '@dj/db/queries/county/settings.ts'
import type { ProblemCode } from '@dj/shared/problem.ts'
import type { Actor } from '@dj/shared/policy.ts'
import type { FlagList, FlagQuery, FlagView } from '@dj/shared/follow/rating/flag.schema.ts'
import { quarterOf } from '@dj/shared/platform/time/quarter.ts'
import type { Deps } from '../../platform/deps.ts'
import { wireInstant } from '../../platform/http/instant.ts'
import type { Sent } from '../../platform/http/spec.ts'

/** Suspicious patterns of a quarter, for a human to look at. Nothing follows from them by itself. */
export async function listFlags(
  deps: Deps,
  { actor: { countyId, personId }, quarter = quarterOf(deps.now()) }: FlagQuery & { actor: Actor },
): Promise<Sent<typeof FlagList>> {
  const rows = await flagsOf(deps.db, { countyId, personId, quarter })
  return { quarter, items: rows.map(toFlagView) }
}

export async function flagsOf(
  db: Reads,
  of: { countyId: string; personId: string; quarter: string },
): Promise<FlagRow[]> {
  const { settings } = await currentSettings(db, of.countyId)
  const looking = { ...of, minutes: settings.delivery.codeAfterLookMinutes }
  const kinds = [soonAfterLookFlags, reciprocalFlags, sameDeviceFlags, sameMinuteFlags]
  return (await Promise.all(kinds.map((flags) => flags(db, looking)))).flat()
}

export const toFlagView = (row: FlagRow): Sent<typeof FlagView> => ({
  id: row.id,
  kind: row.kind,
  n: row.n,
  ratingIds: row.ids.filter((id) => !row.delivery_ids.includes(id)),
  deliveryIds: row.delivery_ids,
  orders: row.orders,
  organizations: row.organizations,
  firstAt: wireInstant(row.first_at),
  lastAt: wireInstant(row.last_at),
  judgement: judgementOf(row),
  newSince: row.verdict === null ? 0 : row.new_since,
  mayJudge: refusalToJudge(row) ?? null,
})

/** Nobody judges a pattern they are in. */
export function refusalToJudge({ own, looked }: FlagRow): ProblemCode | undefined {
  if (own) return 'flag.own_rating'
  return looked ? 'flag.own_look' : undefined
}

const judgementOf = ({ verdict, note, judged_by: by, judged_at: at }: FlagRow) =>
  verdict === null || note === null || by === null || at === null ? null : { verdict, note, by, at: wireInstant(at) }
