import { useTranslation } from 'react-i18next'
import { act, ActionButton } from '../../../platform/ui/button/ActionButton.tsx'
import type { Doing } from '../DeskDialogs.tsx'
import type { Selection } from './use-selection.ts'

/** What can be done with the ticked needs; it stays in sight while something is ticked. */
export function SelectionBar({ selection, onDo }: { selection: Selection; onDo: (doing: Doing) => void }) {
  const { t } = useTranslation('desk')
  const { needs } = selection
  if (needs.length === 0) return null
  return (
    <div className="desk__selection" role="toolbar" aria-label={t('selection.label')}>
      <output>{t('selection.count', { count: needs.length })}</output>
      <ActionButton kind="primary" icon="plus" action={act(() => onDo({ what: 'build', needs }))}>
        {t('build.action')} <kbd>b</kbd>
      </ActionButton>
      {needs.length > 1 && (
        <ActionButton icon="merge" action={act(() => onDo({ what: 'merge', needs }))}>
          {t('merge.action')} <kbd>m</kbd>
        </ActionButton>
      )}
      <ActionButton kind="plain" action={act(selection.clear)}>
        {t('selection.clear')}
      </ActionButton>
    </div>
  )
}
