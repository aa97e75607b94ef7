import { useTranslation } from 'react-i18next'
import { lastDayOf } from '@dj/shared/platform/time/deadline.ts'
import { useLanguage } from '../../platform/i18n/language.ts'
import { formatDate, toDate } from '../../platform/ui/time/dates.ts'

/** What comes of overdue work: 2026年12月10日 (周四) 仍未办结的，自动退回. */
export function GivenBack({ at }: { at: string }) {
  const { t } = useTranslation('domain')
  const language = useLanguage()
  return <span>{t('deadline.released', { on: formatDate(lastDayOf(toDate(at)), language) })}</span>
}
