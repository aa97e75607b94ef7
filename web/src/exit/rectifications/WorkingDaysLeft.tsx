import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../platform/i18n/language.ts'
import { formatDeadline } from '../../platform/ui/time/dates.ts'
import { Deadline } from '../../platform/ui/time/Deadline.tsx'

interface Props {
  /** Null while it waits for the calendar. */
  readonly until: string | null
  /** Null when no calendar says: the days of the week are told then. */
  readonly days: number | null
}

/** 还剩3个工作日, by the county's own calendar. */
export function WorkingDaysLeft({ until, days }: Props) {
  const { t } = useTranslation('rectifications')
  const language = useLanguage()
  if (days === null || until === null) return <Deadline at={until} />
  return (
    <time className="deadline" dateTime={until} title={formatDeadline(until, language)}>
      {days === 0 ? t('left.today') : t('left', { count: days })}
    </time>
  )
}
