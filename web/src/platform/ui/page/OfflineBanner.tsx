import { useTranslation } from 'react-i18next'
import { useOnline } from './display.ts'
import { Icon } from '../mark/Icon.tsx'

export function OfflineBanner() {
  const { t } = useTranslation()
  const online = useOnline()
  return (
    <output className="offline-region">
      {!online && (
        <p className="offline">
          <Icon name="offline" />
          {t('offline.banner')}
        </p>
      )}
    </output>
  )
}
