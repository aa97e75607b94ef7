import { useTranslation } from 'react-i18next'
import type { CalendarReading } from '@dj/shared/county/calendar/calendar-reading.ts'
import { explain } from '../../../platform/api/problem.ts'
import { Icon } from '../../../platform/ui/mark/Icon.tsx'
import { Stretches } from '../Stretches.tsx'

/** Each sentence beside the days it was read as; what cannot be read for certain stands first. */
export function ReadWords({ reading: { statements, ignored, troubles } }: { reading: CalendarReading }) {
  const { t } = useTranslation('calendar')
  return (
    <section className="read-words" aria-live="polite">
      {troubles.length > 0 && (
        <ul className="read-words__troubles">
          {troubles.map(({ line, text, code, about }) => (
            <li key={`${line} ${text}`}>
              <p className="field__error">
                <Icon name="alert" size={16} />
                <span>
                  {t('read.line', { line })} {explain(code)}
                </span>
              </p>
              <q>{text}</q>
              {about !== text && <p className="quiet">{t('read.about', { about })}</p>}
            </li>
          ))}
        </ul>
      )}
      {statements.length > 0 && (
        <>
          <h3>{t('read', { count: statements.length })}</h3>
          <ul className="read-words__said">
            {statements.map(({ line, text, days }) => (
              <li key={`${line} ${text}`}>
                <q>{text}</q>
                <Stretches days={days} />
              </li>
            ))}
          </ul>
        </>
      )}
      {ignored.length > 0 && (
        <details>
          <summary>{t('read.ignored', { count: ignored.length })}</summary>
          <ul className="read-words__ignored">
            {ignored.map(({ line, text }) => (
              <li key={`${line} ${text}`}>{text}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}
