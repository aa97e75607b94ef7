import { useTranslation } from 'react-i18next'
import type { Nudges } from '@dj/shared/exit/rectification/rectification.schema.ts'
import { useLanguage } from '../../platform/i18n/language.ts'
import { formatDate } from '../../platform/ui/time/dates.ts'

/** 已催办 2 次，最近 2026年11月20日 */
export function NudgedNote({ nudges: { count, last } }: { nudges: Nudges }) {
  const { t } = useTranslation('rectifications')
  const language = useLanguage()
  return <span className="quiet">{t('nudged', { count, at: formatDate(last, language) })}</span>
}
