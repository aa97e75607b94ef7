import { type PoorInputsRow, poorInputs, poorQuarters, type RuledOrder } from '@dj/db/queries/exit/poor-ratings.ts'
import { currentSettings } from '@dj/db/queries/county/settings.ts'
import { hadSecondPoor } from '@dj/shared/follow/finding/finding.rules.ts'
import type { Actor } from '@dj/shared/policy.ts'
import { poorRating } from '@dj/shared/exit/poor/poor.rules.ts'
import { wilson } from '@dj/shared/build/order/rating.rules.ts'
import { type DryRunItem, dryRunRows, type DryRunView } from '@dj/shared/exit/retirement/retirement.schema.ts'
import { type DryRunRules } from '@dj/shared/county/settings/rule-numbers.schema.ts'
import { Quarter } from '@dj/shared/platform/time/quarter.ts'
import type { Deps } from '../../platform/deps.ts'
import type { Sent } from '../../platform/http/spec.ts'

type Rules = Sent<typeof DryRunView>['current']
type Item = Sent<typeof DryRunItem>

/** Which orders the rules in force and changed ones would touch, with the inputs: looked at before a change is saved. Changes nothing. */
export async function dryRunRules(
  deps: Deps,
  { actor, ...changed }: DryRunRules & { actor: Actor },
): Promise<Sent<typeof DryRunView>> {
  const [{ version, settings }, rated, found] = await Promise.all([
    currentSettings(deps.db, actor.countyId),
    poorInputs(deps.db, actor.countyId),
    poorQuarters(deps.db, actor.countyId),
  ])
  const { poorWithinQuarters } = settings.retirement
  const current = { ...settings.rating, poorWithinQuarters }
  const next = { ...changed, poorWithinQuarters: changed.poorWithinQuarters ?? poorWithinQuarters }
  const touched = [
    ...rated.map((row) => byRating(row, current, next)),
    ...found.map((row) => byFindings(row, current, next)),
  ].filter((item) => item.now || item.changed)
  return { settingsVersion: version, current, ...grouped(touched) }
}

function byRating(row: PoorInputsRow, current: Rules, next: Rules): Item {
  const { ratings: n, satisfied, answers, notSolved } = row
  return {
    rule: 'poor_rating',
    ...headOf(row),
    now: poorRating(row, current) !== null,
    changed: poorRating(row, next) !== null,
    inputs: { n, satisfied, upper: wilson(satisfied, n)?.high ?? null, answers, notSolved },
    poorQuarters: [],
  }
}

function byFindings(row: RuledOrder & { quarters: string[] }, current: Rules, next: Rules): Item {
  const quarters = row.quarters.map((quarter) => Quarter.parse(quarter))
  return {
    rule: 'second_poor',
    ...headOf(row),
    now: hadSecondPoor(quarters, current.poorWithinQuarters),
    changed: hadSecondPoor(quarters, next.poorWithinQuarters),
    inputs: null,
    poorQuarters: quarters,
  }
}

const headOf = ({ order_id: id, number, title, tier, owner }: RuledOrder) => ({
  order: { id, number, title, tier },
  owner,
})

function grouped(items: readonly Item[]): Pick<Sent<typeof DryRunView>, 'counts' | 'items'> {
  const both = items.filter(({ now, changed }) => now && changed)
  const newly = items.filter(({ now }) => !now)
  const noLonger = items.filter(({ changed }) => !changed)
  return {
    counts: { both: both.length, newly: newly.length, noLonger: noLonger.length },
    items: [newly, noLonger, both].flatMap((group) => group.slice(0, dryRunRows)),
  }
}
