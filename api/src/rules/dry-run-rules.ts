import { poorInputs } from '@dj/db/queries/poor-ratings.ts'
import { currentSettings } from '@dj/db/queries/settings.ts'
import type { Actor } from '@dj/shared/people/policy.ts'
import { poorRating } from '@dj/shared/rating/poor.rules.ts'
import { wilson } from '@dj/shared/rating/rating.rules.ts'
import type { DryRunRules, DryRunView } from '@dj/shared/retirement/retirement.schema.ts'
import type { Deps } from '../deps.ts'
import type { Sent } from '../http/spec.ts'

/** Which orders the rule in force and a changed one would call poor, with the inputs: looked at before a change is saved. Changes nothing. */
export async function dryRunRules(
  deps: Deps,
  { actor, ...rule }: DryRunRules & { actor: Actor },
): Promise<Sent<typeof DryRunView>> {
  const { version, settings } = await currentSettings(deps.db, actor.countyId)
  const rows = await poorInputs(deps.db, actor.countyId)
  const items = rows.flatMap((row) => {
    const now = poorRating(row, settings.rating) !== null
    const changed = poorRating(row, rule) !== null
    if (!now && !changed) return []
    const { ratings: n, satisfied, answers, notSolved } = row
    const inputs = { n, satisfied, upper: wilson(satisfied, n)?.high ?? null, answers, notSolved }
    return [{ order: { id: row.order_id, number: row.number, title: row.title }, now, changed, inputs }]
  })
  return { settingsVersion: version, items }
}
