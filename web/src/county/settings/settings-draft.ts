import type { CountySettings, SettingsView } from '@dj/shared/county/settings/settings.schema.ts'
import { keepDraft, keptDraft } from '../../platform/form/kept-draft.ts'
import { type Numbers, type Path, toNumbers } from './fields/fields.ts'
import { type BulletinDraft, toBulletin, toBulletinDraft } from './fields/BulletinEditor.tsx'
import { type HotlineDraft, toHotline, toHotlineDraft } from './fields/HotlineEditor.tsx'
import { type PlanDraft, toPlanDraft } from './fields/plan-draft.ts'

export interface SettingsDraft {
  readonly numbers: Numbers
  readonly categories: CountySettings['categories']
  readonly plan: PlanDraft | null
  readonly hotline: HotlineDraft
  readonly bulletin: BulletinDraft
  readonly note: string
}

/** Kept with the version it was made on: after another's change one begins with theirs. */
export const settingsKey = ({ version }: SettingsView) => `settings.${version}`

export function settingsDraft(view: SettingsView): SettingsDraft {
  const numbers = toNumbers(view.settings)
  const { categories } = view.settings
  const hotline = toHotlineDraft(view.settings.hotline)
  const bulletin = toBulletinDraft(view.settings.bulletin)
  const typed = { numbers, categories, plan: toPlanDraft(view), hotline, bulletin, note: '' }
  const kept = keptDraft(settingsKey(view), typed)
  return {
    ...kept,
    hotline: { ...hotline, ...kept.hotline },
    bulletin: { ...bulletin, ...kept.bulletin },
    numbers: { ...numbers, ...kept.numbers },
    plan: keptPlan(kept.plan),
  }
}

/** Storage keeps nobody as null. */
function keptPlan(plan: PlanDraft | null): PlanDraft | null {
  if (plan === null) return null
  const [first, second] = plan.holders
  return { ...plan, holders: [first ?? undefined, second ?? undefined] }
}

/** Numbers tried elsewhere go into what is being typed here. */
export function keepSettingsNumbers(view: SettingsView, tried: readonly (readonly [Path, string])[]): void {
  const draft = settingsDraft(view)
  keepDraft(settingsKey(view), { ...draft, numbers: { ...draft.numbers, ...Object.fromEntries(tried) } })
}

/** Whether anything but the numbers differs from what is in force. */
export const isTouched = (view: SettingsView, { categories, plan, hotline, bulletin }: SettingsDraft): boolean =>
  JSON.stringify([categories, plan, toHotline(hotline), toBulletin(bulletin)]) !==
  JSON.stringify([view.settings.categories, toPlanDraft(view), view.settings.hotline, view.settings.bulletin])
