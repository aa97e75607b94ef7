import { useTranslation } from 'react-i18next'
import { groups, type Numbers, type SettingField } from './fields/fields.ts'

export interface Change extends SettingField {
  readonly from: string
  readonly to: string
}

export const changesOf = (before: Numbers, after: Numbers): readonly Change[] =>
  groups
    .flatMap(({ fields }) => fields)
    .map((field) => ({ ...field, from: before[field.path], to: after[field.path].trim() }))
    .filter(({ from, to }) => from !== to)

/** What saving will change, one line each. */
export function Changes({ changes }: { changes: readonly Change[] }) {
  const { t } = useTranslation('settings')
  if (changes.length === 0) return null
  return (
    <div>
      <h2>{t('changes', { count: changes.length })}</h2>
      <ul className="settings__changes">
        {changes.map(({ path, unit, from, to }) => (
          <li key={path}>{t('change', { what: t(`field.${path}`), from, to, unit: t(`unit.${unit}`) })}</li>
        ))}
      </ul>
    </div>
  )
}
