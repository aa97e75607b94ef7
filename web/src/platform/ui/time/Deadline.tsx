import { useTranslation } from 'react-i18next'
import { remaining } from '@dj/shared/platform/time/deadline.ts'
import { useLanguage } from '../../i18n/language.ts'
import { formatDeadline, toDate } from './dates.ts'
import { Light } from '../mark/Light.tsx'
import { WaitsForCalendar } from './LastDay.tsx'
import { useNow } from './now.ts'

/** What is left until an instant: 还剩3天 · 今天截止 · 已超2天, with the date in full on hover. Null waits for the calendar. */
export const Deadline = ({ at }: { at: string | null }) => (at === null ? <WaitsForCalendar /> : <Left at={at} />)

function Left({ at }: { at: string }) {
  const { t } = useTranslation('work')
  const language = useLanguage()
  const { days, overdue, overdueDays } = remaining(toDate(at), useNow())
  const words = overdue
    ? overdueDays === 0
      ? t('deadline.justOver')
      : t('deadline.over', { count: overdueDays })
    : days === 0
      ? t('deadline.today')
      : t('deadline.left', { count: days })
  return (
    <time className="deadline" dateTime={at} title={t('deadline.exact', { at: formatDeadline(at, language) })}>
      {overdue ? <Light colour="red">{words}</Light> : days <= 1 ? <Light colour="yellow">{words}</Light> : words}
    </time>
  )
}
