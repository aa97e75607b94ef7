import { useTranslation } from 'react-i18next'
import { Icon } from '../../../platform/ui/mark/Icon.tsx'
import { isUnsent, type SyncState } from './sync-state.ts'

/** How far an inspection is; what the server does not have yet stands out. */
export function SyncMark({ state }: { state: SyncState }) {
  const { t } = useTranslation('inspections')
  return (
    <span className={`sync-mark${isUnsent(state) ? ' sync-mark--unsent' : ''}`}>
      <Icon name={isUnsent(state) ? 'upload' : state === 'final' ? 'check' : 'note'} size={16} />
      {t(`state.${state}`)}
    </span>
  )
}
