import { z } from 'zod'
import type { DryRunRules, RuleNumbers } from '@dj/shared/county/settings/rule-numbers.schema.ts'
import type { CountySettings } from '@dj/shared/county/settings/settings.schema.ts'
import { type Numbers, type Path, toNumbers, toSettings, type Unit } from './fields/fields.ts'

export type RuleName = keyof DryRunRules

/** The numbers a dry run can change, as the settings call them. */
export const ruleFields = [
  { name: 'poorBelow', path: 'rating.poorBelow', unit: 'percent' },
  { name: 'minimumN', path: 'rating.minimumN', unit: 'people' },
  { name: 'notSolvedShare', path: 'rating.notSolvedShare', unit: 'percent' },
  { name: 'notSolvedMinimumN', path: 'rating.notSolvedMinimumN', unit: 'people' },
  { name: 'poorWithinQuarters', path: 'retirement.poorWithinQuarters', unit: 'quarters' },
] as const satisfies readonly { name: RuleName; path: Path; unit: Unit }[]

const number = z.number().optional().catch(undefined)
/** What differs from the rules in force, as typed: shares as percent. */
export const RuleSearch = z.object({
  poorBelow: number,
  minimumN: number,
  notSolvedShare: number,
  notSolvedMinimumN: number,
  poorWithinQuarters: number,
})
export type RuleSearch = z.infer<typeof RuleSearch>

/** The rules' share of what was typed into the settings, for an address. What is no number stays at home. */
export function searchOf(numbers: Numbers, before: Numbers): RuleSearch {
  const changed = ruleFields.filter(({ path }) => !['', before[path]].includes(numbers[path].trim()))
  const typed = changed.map(({ name, path }) => [name, Number(numbers[path].normalize('NFKC'))] as const)
  return RuleSearch.parse(Object.fromEntries(typed.filter(([, value]) => Number.isFinite(value))))
}

export function numbersOf(settings: CountySettings, search: RuleSearch): Numbers {
  const typed = ruleFields.flatMap(({ name, path }) =>
    search[name] === undefined ? [] : [[path, String(search[name])] as const],
  )
  return { ...toNumbers(settings), ...Object.fromEntries(typed) }
}

const Grouped = z.object({ rating: z.looseObject({}), retirement: z.looseObject({ poorWithinQuarters: z.unknown() }) })

/** As the api wants them; a number that was not touched stays to the last digit. */
export function rulesOf(settings: CountySettings, numbers: Numbers): unknown {
  const { rating, retirement } = Grouped.parse(toSettings(settings, numbers))
  return { ...rating, poorWithinQuarters: retirement.poorWithinQuarters }
}

export const percent = (share: number): number => Math.round(share * 1000) / 10

/** The rules in force with what is tried in their place. */
export const triedRules = (rules: DryRunRules, current: RuleNumbers): RuleNumbers => ({
  ...current,
  ...rules,
  poorWithinQuarters: rules.poorWithinQuarters ?? current.poorWithinQuarters,
})
