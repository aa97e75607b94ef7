import type { CountySettings, SettingsView } from '@dj/shared/settings/settings.schema.ts'
import { keepDraft, keptDraft } from '../form/kept-draft.ts'
import { type Numbers, type Path, toNumbers } from './fields.ts'

export interface SettingsDraft {
  readonly numbers: Numbers
  readonly categories: CountySettings['categories']
  readonly note: string
}

/** Kept with the version it was made on: after another's change one begins with theirs. */
export const settingsKey = ({ version }: SettingsView) => `settings.${version}`

export function settingsDraft(view: SettingsView): SettingsDraft {
  const numbers = toNumbers(view.settings)
  const kept = keptDraft(settingsKey(view), { numbers, categories: view.settings.categories, note: '' })
  return { ...kept, numbers: { ...numbers, ...kept.numbers } }
}

/** Numbers tried elsewhere go into what is being typed here. */
export function keepSettingsNumbers(view: SettingsView, tried: readonly (readonly [Path, string])[]): void {
  const draft = settingsDraft(view)
  keepDraft(settingsKey(view), { ...draft, numbers: { ...draft.numbers, ...Object.fromEntries(tried) } })
}
