import { useTranslation } from 'react-i18next'
import type { CalendarChangeView } from '@dj/shared/county/calendar/calendar.schema.ts'
import { DateText } from '../../platform/ui/time/DateText.tsx'
import { Stretches } from './Stretches.tsx'

/** Who changed the calendar, when, from what and why; newest first. */
export function History({ changes }: { changes: readonly CalendarChangeView[] }) {
  const { t } = useTranslation('calendar')
  if (changes.length === 0) return null
  return (
    <section className="calendar__history">
      <h2>{t('history')}</h2>
      <ol reversed>
        {changes.map((change) => (
          <li key={change.version}>
            <p>
              <b>{t(`source.${change.source}`)}</b> · {change.changedBy ?? t('source.by')} ·{' '}
              <DateText value={change.changedAt} time />
            </p>
            {change.reason !== null && <p>{t('history.reason', { reason: change.reason })}</p>}
            <details>
              <summary>{t('history.days', { count: change.days.length })}</summary>
              <Stretches days={change.days} />
              {change.words !== null && <pre className="calendar__words">{change.words}</pre>}
            </details>
          </li>
        ))}
      </ol>
    </section>
  )
}
