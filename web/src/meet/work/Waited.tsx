import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../platform/i18n/language.ts'
import { distance, formatDateTime } from '../../platform/ui/time/dates.ts'
import { useNow } from '../../platform/ui/time/now.ts'

/** How long something has waited: 已等3天, with the instant on hover. */
export function Waited({ since }: { since: string }) {
  const { t } = useTranslation('work')
  const language = useLanguage()
  const gap = distance(since, useNow())
  const words =
    gap.unit === 'now' || gap.unit.startsWith('in')
      ? t('waited.now')
      : t(`waited.${pastOf(gap.unit)}`, { count: gap.count })
  return (
    <time dateTime={since} title={formatDateTime(since, language)}>
      {words}
    </time>
  )
}

type Past = 'minutes' | 'hours' | 'days' | 'months'
const pastOf = (unit: string): Past => (unit === 'minutes' || unit === 'hours' || unit === 'months' ? unit : 'days')
