import { useTranslation } from 'react-i18next'
import type { Urgency } from '@dj/shared/collect/need/need.schema.ts'
import { Icon } from '../../platform/ui/mark/Icon.tsx'
import './urgency.css'

/** 特急 and 紧急 stand out by a flag and their word; 一般 is not worth a mark. */
export function UrgencyMark({ urgency }: { urgency: Urgency }) {
  const { t } = useTranslation('domain')
  if (urgency === 'normal') return null
  return (
    <span className={`urgency urgency--${urgency}`}>
      <Icon name="flag" size={16} />
      {t(`urgency.${urgency}`)}
    </span>
  )
}
