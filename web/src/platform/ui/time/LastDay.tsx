import { useTranslation } from 'react-i18next'
import { lastDayOf } from '@dj/shared/platform/time/deadline.ts'
import { toDate } from './dates.ts'
import { DateText } from './DateText.tsx'

/** The last day on which a deadline is kept. One without an end waits for the working-day calendar of its year. */
export const LastDay = ({ deadline }: { deadline: string | null }) =>
  deadline === null ? <WaitsForCalendar /> : <DateText value={lastDayOf(toDate(deadline))} />

/** 待日历公布后计算 */
export function WaitsForCalendar() {
  const { t } = useTranslation('work')
  return (
    <span className="quiet" title={t('deadline.waits.why')}>
      {t('deadline.waits')}
    </span>
  )
}
