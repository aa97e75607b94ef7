import { useTranslation } from 'react-i18next'
import type { DayRule } from '@dj/shared/county/calendar/calendar.schema.ts'
import { weekdayOf } from '@dj/shared/platform/time/quarter.ts'
import { type Stretch, stretchesOf } from './day-marks.ts'

/** Days in words: 1月1日（周五）–3日（周日）休息 元旦. */
export function Stretches({ days }: { days: readonly DayRule[] }) {
  return (
    <ul className="stretches">
      {stretchesOf(days).map((each) => (
        <li key={each.from}>
          <OneStretch stretch={each} />
        </li>
      ))}
    </ul>
  )
}

function OneStretch({ stretch: { from, until, isWorking, note } }: { stretch: Stretch }) {
  const { t } = useTranslation('calendar')
  const named = (day: typeof from) =>
    t('day', {
      ...{ year: day.slice(0, 4), month: Number(day.slice(5, 7)), day: Number(day.slice(8)) },
      weekday: t(`weekday.${weekdayOf(day)}`),
    })
  return (
    <>
      <b className={`stretch__sign stretch__sign--${isWorking ? 'worked' : 'free'}`}>
        {t(isWorking ? 'sign.worked' : 'sign.free')}
      </b>{' '}
      {named(from)}
      {until !== from && ` – ${named(until)}`} {note !== null && <span className="quiet">{note}</span>}
    </>
  )
}
