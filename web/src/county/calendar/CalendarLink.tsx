import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { mayDo } from '../session/me.ts'
import { useMe } from '../session/session.queries.ts'

/** To where the holiday notice is entered, for those who may; shown where a day waits for it. */
export function CalendarLink({ year }: { year?: number }) {
  const { t } = useTranslation('calendar')
  if (!mayDo(useMe(), 'calendar.change')) return null
  return (
    <Link to="/calendar" search={year === undefined ? {} : { year }}>
      {t('enter.notice')}
    </Link>
  )
}
