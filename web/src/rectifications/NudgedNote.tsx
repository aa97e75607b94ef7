import { useTranslation } from 'react-i18next'
import type { Nudges } from '@dj/shared/rectification/rectification.schema.ts'
import { useLanguage } from '../i18n/language.ts'
import { formatDate } from '../ui/dates.ts'

/** 已催办 2 次，最近 2026年11月20日 */
export function NudgedNote({ nudges: { count, last } }: { nudges: Nudges }) {
  const { t } = useTranslation('rectifications')
  const language = useLanguage()
  return <span className="quiet">{t('nudged', { count, at: formatDate(last, language) })}</span>
}
