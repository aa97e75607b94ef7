import { defaultSettings, type CountySettings } from '@dj/shared/county/settings/settings.schema.ts'

export type Unit =
  | 'minutes'
  | 'hours'
  | 'days'
  | 'workingDays'
  | 'percent'
  | 'claims'
  | 'people'
  | 'organizations'
  | 'towns'
  | 'orders'
  | 'quarters'
/** The standing plan of the rounds is no single number: it has its own place on the page. */
type Groups = Omit<CountySettings, 'categories' | 'hotline' | 'bulletin' | 'round'> & {
  round: Omit<CountySettings['round'], 'plan'>
}

/** Every number of the settings with its unit, in the order of the work. Adding one to the schema fails here until it has a place. */
const units = {
  need: { firstResponseWorkingDays: 'workingDays', duplicateThreshold: 'percent' },
  claim: {
    perMember: 'claims',
    perOrganization: 'claims',
    termDays: 'days',
    extensionDays: 'days',
    requestLapseWorkingDays: 'workingDays',
    overdueReleaseDays: 'days',
  },
  light: { yellowSilentDays: 'days', yellowLeftDays: 'days', redSilentDays: 'days' },
  unclaimed: { offerWorkingDays: 'workingDays', allianceWorkingDays: 'workingDays', deskWorkingDays: 'workingDays' },
  freshness: { aDays: 'days', bDays: 'days', cDays: 'days' },
  delivery: { unansweredDays: 'days', codeAfterLookMinutes: 'minutes' },
  rating: { minimumN: 'people', poorBelow: 'percent', notSolvedShare: 'percent', notSolvedMinimumN: 'people' },
  round: { rate: 'percent', minimum: 'orders', revealDays: 'days' },
  rectification: { deadlineWorkingDays: 'workingDays', extensionWorkingDays: 'workingDays', failAfterDays: 'days' },
  retirement: { noticeWorkingDays: 'workingDays', undoDays: 'days', poorWithinQuarters: 'quarters' },
  appeal: { workingDays: 'workingDays' },
  suggestion: { townOrganizations: 'organizations', countyTowns: 'towns' },
  session: { deskIdleMinutes: 'minutes', othersIdleHours: 'hours' },
} as const satisfies { [G in keyof Groups]: { [F in keyof Groups[G]]: Unit } }

type Units = typeof units
export type Group = keyof Units
export type Path = { [G in Group]: `${G}.${keyof Units[G] & string}` }[Group]

export interface SettingField {
  readonly path: Path
  readonly unit: Unit
}

export const groups: readonly { readonly group: Group; readonly fields: readonly SettingField[] }[] = (
  Object.keys(units) as Group[]
).map((group) => ({
  group,
  fields: Object.entries(units[group]).map(([name, unit]) => ({ path: `${group}.${name}` as Path, unit })),
}))

const fields = groups.flatMap((one) => one.fields)
export type Numbers = Readonly<Record<Path, string>>

/** As typed: shares as percent. */
export function toNumbers(settings: CountySettings): Numbers {
  const entries = fields.map(({ path, unit }) => {
    const value = valueAt(settings, path)
    return [path, String(unit === 'percent' ? Math.round(value * 1000) / 10 : value)]
  })
  return Object.fromEntries(entries) as Numbers
}

/** As stored: what was not touched stays to the last digit, what is no number is left for the schema to refuse. */
export function toSettings(before: CountySettings, numbers: Numbers): Record<string, unknown> & { round: object } {
  const shown = toNumbers(before)
  const next = (path: Path, unit: Unit) =>
    numbers[path] === shown[path] ? valueAt(before, path) : parse(numbers[path], unit)
  const groupsNow = groups.map(({ group, fields: own }) => [
    group,
    {
      ...before[group],
      ...Object.fromEntries(own.map(({ path, unit }) => [path.slice(group.length + 1), next(path, unit)])),
    },
  ])
  return { ...before, ...Object.fromEntries(groupsNow) } as Record<string, unknown> & { round: object }
}

function parse(typed: string, unit: Unit): number {
  const number = typed.trim() === '' ? Number.NaN : Number(typed.normalize('NFKC'))
  return unit === 'percent' ? Math.round(number * 10) / 1000 : number
}

function valueAt(settings: CountySettings, path: Path): number {
  const [group = '', name = ''] = path.split('.')
  const values: Readonly<Record<string, unknown>> = settings
  const own = values[group]
  return typeof own === 'object' && own !== null ? Number((own as Record<string, unknown>)[name]) : Number.NaN
}

export const defaults = toNumbers(defaultSettings)
