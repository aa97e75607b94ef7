import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DayRule } from '@dj/shared/county/calendar/calendar.schema.ts'
import { civilDateOf } from '@dj/shared/platform/time/quarter.ts'
import { useNow } from '../../platform/ui/time/now.ts'
import { markOf, monthsOf } from './day-marks.ts'
import { MonthGrid } from './MonthGrid.tsx'

/** Twelve months, with what the signs mean and how many days there are of each. */
export function YearGrid({
  days,
  onPick,
}: {
  days: readonly DayRule[]
  onPick: ((rule: DayRule) => void) | undefined
}) {
  const { t } = useTranslation('calendar')
  const today = civilDateOf(useNow())
  const [first] = days
  const [current, setCurrent] = useState(days.find(({ day }) => day === today)?.day ?? first?.day ?? today)
  const count = (fits: (rule: DayRule) => boolean) => days.filter(fits).length
  return (
    <section>
      <p className="calendar__sums">
        {t('sums', {
          working: count(({ isWorking }) => isWorking),
          free: count(({ isWorking }) => !isWorking),
        })}
      </p>
      <ul className="calendar__legend">
        <li>
          <span className="month__day month__day--free">
            1<b className="month__sign">{t('sign.free')}</b>
          </span>
          {t('legend.free', { count: count((rule) => markOf(rule) === 'free') })}
        </li>
        <li>
          <span className="month__day month__day--worked">
            1<b className="month__sign">{t('sign.worked')}</b>
          </span>
          {t('legend.worked', { count: count((rule) => markOf(rule) === 'worked') })}
        </li>
        <li>
          <span className="month__day month__day--weekend">1</span>
          {t('legend.weekend')}
        </li>
        {onPick !== undefined && <li className="calendar__hint">{t('legend.pick')}</li>}
      </ul>
      <div className="calendar__months">
        {monthsOf(days).map((month) => (
          <MonthGrid key={month[0]?.day} days={month} current={current} onCurrent={setCurrent} onPick={onPick} />
        ))}
      </div>
    </section>
  )
}
