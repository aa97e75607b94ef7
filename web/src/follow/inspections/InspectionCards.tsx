import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { InspectionView } from '@dj/shared/follow/finding/finding.schema.ts'
import { TierMark } from '../../build/marks/TierMark.tsx'
import { isOpen, syncStateOf, type SyncState, urgencyOf } from './outbox/sync-state.ts'
import { SyncMark } from './outbox/SyncMark.tsx'
import { useOutbox } from './outbox/use-outbox.ts'
import { keyOf } from './visit/writing.ts'

interface Visit {
  readonly inspection: InspectionView
  readonly state: SyncState
}

/** Each order of one inspector by place, what is left to do first. */
export function InspectionCards({ inspections }: { inspections: readonly InspectionView[] }) {
  const { t } = useTranslation('inspections')
  const { writings } = useOutbox()
  const visits = inspections.map((inspection) => ({
    inspection,
    state: syncStateOf(inspection, writings?.get(keyOf(inspection))),
  }))
  const towns = Map.groupBy(visits, ({ inspection }) => inspection.town ?? t('county'))
  return (
    <>
      {visits.length > 0 && <Left visits={visits} />}
      {[...towns].map(([town, there]) => (
        <Place key={town} town={town} visits={there} />
      ))}
    </>
  )
}

const openAmong = (visits: readonly Visit[]) => visits.filter(({ state }) => isOpen(state)).length

function Left({ visits }: { visits: readonly Visit[] }) {
  const { t } = useTranslation('inspections')
  const left = openAmong(visits)
  return <p className="inspections__left">{left === 0 ? t('left.none') : t('left', { count: left })}</p>
}

function Place({ town, visits }: { town: string; visits: readonly Visit[] }) {
  const { t } = useTranslation('inspections')
  const left = openAmong(visits)
  return (
    <section className="stack" aria-label={town}>
      <h2 className="inspections__town">
        {town} <span className="quiet">{t('count', { count: visits.length })}</span>
        {left > 0 && <span className="quiet"> · {t('left', { count: left })}</span>}
      </h2>
      <ul className="inspections__cards">
        {visits
          .toSorted((a, b) => urgencyOf(a.state) - urgencyOf(b.state))
          .map((visit) => (
            <Card key={keyOf(visit.inspection)} {...visit} />
          ))}
      </ul>
    </section>
  )
}

function Card({ inspection, state }: Visit) {
  const { t } = useTranslation('inspections')
  const { roundId, orderId, title, tier, number, owner, location, basis } = inspection
  return (
    <li className="inspection-card">
      <Link to="/inspections/$roundId/$orderId" params={{ roundId, orderId }} className="inspection-card__title">
        {title}
      </Link>
      <span className="inspection-card__facts">
        <TierMark tier={tier} />
        <span className="facts quiet">
          {number !== null && <span>{number}</span>}
          <span>{owner}</span>
          <span>{t(`basis.${basis}`)}</span>
        </span>
      </span>
      {location !== null && <span className="quiet">{location}</span>}
      <SyncMark state={state} />
    </li>
  )
}
