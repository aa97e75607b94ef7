import { useTranslation } from 'react-i18next'
import type { DayRule } from '@dj/shared/county/calendar/calendar.schema.ts'
import type { CivilDate } from '@dj/shared/platform/time/quarter.ts'
import { useLanguage } from '../../platform/i18n/language.ts'
import { formatDate } from '../../platform/ui/time/dates.ts'
import { dayBeside, markOf, weeksOf } from './day-marks.ts'

interface Props {
  readonly days: readonly DayRule[]
  /** The one day that the tabulator reaches; arrows go on from there. */
  readonly current: CivilDate
  readonly onCurrent: (day: CivilDate) => void
  /** Left out for those who only read. */
  readonly onPick?: ((rule: DayRule) => void) | undefined
}

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const

/** One month: each day with its mark in words and sign, not by colour alone. */
export function MonthGrid({ days, ...props }: Props) {
  const { t } = useTranslation('calendar')
  const month = Number(days[0]?.day.slice(5, 7) ?? 1)
  return (
    <table className="month">
      <caption>{t(`month.${month as 1}`)}</caption>
      <thead>
        <tr>
          {weekdays.map((each) => (
            <th key={each} scope="col">
              {t(`weekday.${each}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(days).map((week, n) => (
          <tr key={n}>
            {week.map((rule, k) => (
              <td key={k}>{rule !== undefined && <Day rule={rule} {...props} />}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Day({ rule, current, onCurrent, onPick }: Omit<Props, 'days'> & { rule: DayRule }) {
  const { t } = useTranslation('calendar')
  const language = useLanguage()
  const mark = markOf(rule)
  const words = [formatDate(rule.day, language), t(rule.isWorking ? 'working' : 'free'), rule.note].filter(Boolean)
  const inside = (
    <>
      <span aria-hidden="true">{Number(rule.day.slice(8))}</span>
      {(mark === 'free' || mark === 'worked') && (
        <b className="month__sign" aria-hidden="true">
          {t(`sign.${mark}`)}
        </b>
      )}
      <span className="sr-only">{words.join(' ')}</span>
    </>
  )
  const common = { className: `month__day month__day--${mark}`, title: words.join(' · ') }
  if (onPick === undefined) return <span {...common}>{inside}</span>
  return (
    <button
      {...common}
      id={`day-${rule.day}`}
      type="button"
      tabIndex={rule.day === current ? 0 : -1}
      onClick={() => onPick(rule)}
      onFocus={() => onCurrent(rule.day)}
      onKeyDown={(event) => {
        const next = dayBeside(rule.day, event.key)
        if (next === undefined) return
        event.preventDefault()
        document.getElementById(`day-${next}`)?.focus()
      }}
    >
      {inside}
    </button>
  )
}
