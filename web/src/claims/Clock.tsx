import { useTranslation } from 'react-i18next'
import { lastDayOf, remaining } from '@dj/shared/time/deadline.ts'
import { toDate } from '../ui/dates.ts'
import { DateText } from '../ui/DateText.tsx'
import { Light } from '../ui/Light.tsx'
import { useNow } from '../ui/now.ts'

/** The claim's clock: 还剩 12 天 · 2026年12月21日 (周一). Its term is counted in days, so is what is left of it. */
export function Clock({ dueAt }: { dueAt: string }) {
  const { t } = useTranslation('claims')
  const due = toDate(dueAt)
  const { days, overdue, overdueDays } = remaining(due, useNow())
  return (
    <span className="clock">
      {overdue ? (
        <Light colour="red">{t('clock.over', { count: Math.max(overdueDays, 1) })}</Light>
      ) : (
        <strong>{days === 0 ? t('clock.today') : t('clock.left', { count: days })}</strong>
      )}{' '}
      <span className="quiet">
        <DateText value={lastDayOf(due)} />
      </span>
    </span>
  )
}
