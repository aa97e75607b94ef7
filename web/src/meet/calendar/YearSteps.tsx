import { useTranslation } from 'react-i18next'
import { CalendarYear } from '@dj/shared/county/calendar/calendar.schema.ts'
import { ButtonLink } from '../../platform/ui/button/ButtonLink.tsx'

/** The year, and the ones beside it. */
export function YearSteps({ year }: { year: number }) {
  const { t } = useTranslation('calendar')
  const beside = (step: -1 | 1) =>
    CalendarYear.safeParse(year + step).success && (
      <ButtonLink
        to="/calendar"
        search={{ year: year + step }}
        icon={step < 0 ? 'back' : 'forward'}
        aria-label={t('year', { year: year + step })}
      />
    )
  return (
    <nav className="calendar__years" aria-label={t('years')}>
      {beside(-1)}
      <h2>{t('year', { year })}</h2>
      {beside(1)}
    </nav>
  )
}
