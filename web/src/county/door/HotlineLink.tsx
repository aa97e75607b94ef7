import { useTranslation } from 'react-i18next'
import { dialled, type Hotline } from '@dj/shared/county/settings/hotline.schema.ts'
import { Icon } from '../../platform/ui/mark/Icon.tsx'

/** The number to call, as a telephone dials it, and when somebody answers. */
export function HotlineLink({ hotline: { telephone, hours } }: { hotline: Hotline }) {
  const { t } = useTranslation('door')
  return (
    <span className="hotline">
      <a href={dialled(telephone)}>
        <Icon name="phone" />
        {t('hotline', { telephone })}
      </a>
      {hours !== null && <span className="quiet">{hours}</span>}
    </span>
  )
}
