import type { SettingsView } from '@dj/shared/county/settings/settings.schema.ts'
import type { Choice } from '../../../platform/form/SearchPicker.tsx'

/** The order in which they are asked; each has its unit on screen. */
export const planNumbers = ['openOnWorkingDay', 'publicValueAfterDays', 'dueAfterDays'] as const

/** The standing plan as its controls hold it. */
export type PlanDraft = {
  readonly holders: readonly [Choice | undefined, Choice | undefined]
  readonly publicValueSource: string
  readonly publicValueNotation: string
} & { readonly [Name in (typeof planNumbers)[number]]: string }

export const newPlan: PlanDraft = {
  holders: [undefined, undefined],
  publicValueSource: '',
  publicValueNotation: '',
  openOnWorkingDay: '5',
  publicValueAfterDays: '10',
  dueAfterDays: '60',
}

/** Null: rounds are opened by hand. */
export function toPlanDraft({ settings, seedHolders }: SettingsView): PlanDraft | null {
  const { plan } = settings.round
  if (plan === null) return null
  const [first, second] = seedHolders.map(({ id, alias }) => ({ id, label: alias }))
  return {
    holders: [first, second],
    publicValueSource: plan.publicValueSource,
    publicValueNotation: plan.publicValueNotation ?? '',
    openOnWorkingDay: String(plan.openOnWorkingDay),
    publicValueAfterDays: String(plan.publicValueAfterDays),
    dueAfterDays: String(plan.dueAfterDays),
  }
}

/** As stored; what is no number is left for the schema to refuse. */
export function toPlan(draft: PlanDraft | null) {
  if (draft === null) return null
  const { holders, publicValueSource, publicValueNotation, ...numbers } = draft
  const typed = planNumbers.map((name) => {
    const text = numbers[name].normalize('NFKC').trim()
    return [name, text === '' ? Number.NaN : Number(text)]
  })
  const value = { publicValueSource, publicValueNotation }
  return { ...Object.fromEntries(typed), ...value, seedHolderIds: holders.map((holder) => holder?.id) }
}
