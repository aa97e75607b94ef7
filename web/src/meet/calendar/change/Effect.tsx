import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { CalendarEffect, DeadlineMove } from '@dj/shared/meet/calendar/calendar-change.schema.ts'
import { LastDay } from '../../../platform/ui/time/LastDay.tsx'
import { Stretches } from '../Stretches.tsx'

/** What saving would do: the days, and which deadlines move. */
export function Effect({ effect }: { effect: CalendarEffect }) {
  const { t } = useTranslation('calendar')
  const { days, leftOut, counts, deadlines, bringsYear, year } = effect
  const total = counts.set + counts.moved + counts.kept
  return (
    <section className="effect" aria-live="polite">
      <h3>{t(bringsYear ? 'effect.year' : 'effect.days', { year, count: days.length })}</h3>
      {!bringsYear && <Stretches days={days} />}
      {leftOut.length > 0 && (
        <>
          <p>{t('effect.leftOut')}</p>
          <Stretches days={leftOut} />
        </>
      )}
      <h3>{total === 0 ? t('effect.none') : t('effect.deadlines', counts)}</h3>
      {counts.kept > 0 && <p className="quiet">{t('effect.kept')}</p>}
      <ul className="effect__moves">
        {deadlines.map((move) => (
          <li key={`${move.kind} ${move.id}`}>
            <Move move={move} />
          </li>
        ))}
      </ul>
      {deadlines.length < total && <p className="quiet">{t('effect.more', { shown: deadlines.length, total })}</p>}
    </section>
  )
}

function Move({ move: { kind, fate, id, orderId, title, before, after } }: { move: DeadlineMove }) {
  const { t } = useTranslation('calendar')
  return (
    <>
      <span className="quiet">{t(`kind.${kind}`)}</span>{' '}
      {kind === 'need' ? (
        <Link to="/needs/$id" params={{ id }}>
          {title}
        </Link>
      ) : (
        <Link to="/orders/$id" params={{ id: orderId ?? id }}>
          {title}
        </Link>
      )}
      <span className="effect__ends">
        {fate === 'kept' ? (
          <>
            <LastDay deadline={before} /> · {t('fate.kept')}
          </>
        ) : (
          <>
            <LastDay deadline={before} /> → <LastDay deadline={after} />
          </>
        )}
      </span>
    </>
  )
}
