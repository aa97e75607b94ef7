import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../../platform/i18n/language.ts'
import { ActionButton, act } from '../../../platform/ui/button/ActionButton.tsx'
import { formatDateTime } from '../../../platform/ui/time/dates.ts'
import { useOnline } from '../../../platform/ui/page/display.ts'
import { Icon } from '../../../platform/ui/mark/Icon.tsx'
import { useOutbox } from './use-outbox.ts'

/** What the device holds back: whether there is a network, how much waits, and what this browser cannot do. */
export function OfflineNote({ asOf }: { asOf: string }) {
  const { t } = useTranslation('inspections')
  const language = useLanguage()
  const online = useOnline()
  const { outbox, writings } = useOutbox()
  const held = [...(writings?.values() ?? [])]
  const unsent = held.length
  const isSendable = held.some(({ theirs, refusal }) => theirs === null && refusal === null)
  return (
    <output className="inspections__notes">
      {!online && (
        <p className="inspections__offline">
          <Icon name="offline" />
          <span>
            <strong>{t('offline.title')}</strong> {t('offline.body', { at: formatDateTime(asOf, language) })}
          </span>
        </p>
      )}
      {unsent > 0 && (
        <span className="row row--apart inspections__unsent">
          <strong>{t('unsent', { count: unsent })}</strong>
          {online && isSendable && (
            <ActionButton action={act(() => void outbox.sync())} icon="refresh">
              {t('sync.action')}
            </ActionButton>
          )}
        </span>
      )}
      {!('serviceWorker' in navigator) && <p className="quiet">{t('noWorker')}</p>}
    </output>
  )
}
