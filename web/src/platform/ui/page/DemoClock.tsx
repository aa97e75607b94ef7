import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../i18n/language.ts'
import { Icon } from '../mark/Icon.tsx'
import { formatMoment } from '../time/dates.ts'
import { useNow, useTimePlayed } from '../time/now.ts'
import './demo-clock.css'

/** Above every page of a demo whose time is played: what time it is there. */
export function DemoClock() {
  const { t } = useTranslation()
  const language = useLanguage()
  const now = useNow()
  if (!useTimePlayed()) return null
  return (
    <aside className="demo-clock" aria-label={t('demo.clock')}>
      <Icon name="clock" />
      <p>{t('demo.clock.now', { at: formatMoment(now.toISOString(), language) })}</p>
    </aside>
  )
}
