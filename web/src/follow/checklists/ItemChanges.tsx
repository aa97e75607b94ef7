import { useTranslation } from 'react-i18next'
import type { ItemChange } from './checklist-draft.ts'

/** What saving will change against the version in force, one line each. */
export function ItemChanges({ changes }: { changes: readonly ItemChange[] }) {
  const { t } = useTranslation('checklists')
  if (changes.length === 0) return null
  return (
    <div>
      <h2>{t('changes')}</h2>
      <ul className="checklist__changes">
        {changes.map(({ kind, code, text }) => (
          <li key={`${kind} ${code}`}>{t(`change.${kind}`, { text: text.trim() === '' ? t('item.blank') : text })}</li>
        ))}
      </ul>
    </div>
  )
}
