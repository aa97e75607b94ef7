import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { InspectionList, InspectionView } from '@dj/shared/finding/finding.schema.ts'
import { Conflicts } from '../conflicts/Conflicts.tsx'
import { useMe } from '../session/session.queries.ts'
import { ButtonLink } from '../ui/ButtonLink.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { SkeletonList } from '../ui/Skeleton.tsx'
import { TierMark } from '../ui/TierMark.tsx'
import { inspectionQueries } from './inspection.queries.ts'
import { LostWritings } from './LostWritings.tsx'
import { OfflineNote } from './OfflineNote.tsx'
import { syncStateOf } from './sync-state.ts'
import { SyncMark } from './SyncMark.tsx'
import { useOutbox } from './use-outbox.ts'
import { keyOf } from './writing.ts'
import '../orders/facts.css'
import './inspections.css'

/** An inspector's orders by place, each with how far it is and whether the server knows. */
export function InspectionsPage() {
  const { t } = useTranslation(['inspections', 'slips', 'checklists'])
  const query = useQuery(inspectionQueries.list(useMe().person.id))
  return (
    <div className="inspections">
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          <>
            <ButtonLink to="/checklist">{t('checklists:title')}</ButtonLink>
            <ButtonLink to="/inspections/slips/print" icon="print">
              {t('slips:print.link')}
            </ButtonLink>
          </>
        }
      />
      {query.isPending && <SkeletonList items={4} lines={3} />}
      {query.data === undefined && query.isError && (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      )}
      {query.data !== undefined && <Places list={query.data} />}
      <Conflicts />
    </div>
  )
}

function Places({ list }: { list: InspectionList }) {
  const { t } = useTranslation('inspections')
  const towns = Map.groupBy(list.items, ({ town }) => town ?? t('county'))
  return (
    <>
      <OfflineNote asOf={list.asOf} />
      <LostWritings list={list} />
      {list.items.length === 0 && (
        <EmptyState icon="check" title={t('empty.title')}>
          {t('empty.body')}
        </EmptyState>
      )}
      {[...towns].map(([town, items]) => (
        <section key={town} className="stack" aria-label={town}>
          <h2 className="inspections__town">
            {town} <span className="quiet">{t('count', { count: items.length })}</span>
          </h2>
          <ul className="inspections__cards">
            {items.map((item) => (
              <Card key={keyOf(item)} inspection={item} />
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}

function Card({ inspection }: { inspection: InspectionView }) {
  const { t } = useTranslation('inspections')
  const { writings } = useOutbox()
  const { roundId, orderId, title, tier, number, owner, location, basis } = inspection
  return (
    <li className="inspection-card">
      <Link to="/inspections/$roundId/$orderId" params={{ roundId, orderId }} className="inspection-card__title">
        {title}
      </Link>
      <span className="row">
        <TierMark tier={tier} />
        <span className="facts quiet">
          {number !== null && <span>{number}</span>}
          <span>{owner}</span>
          <span>{t(`basis.${basis}`)}</span>
        </span>
      </span>
      {location !== null && <span className="quiet">{location}</span>}
      <SyncMark state={syncStateOf(inspection, writings?.get(keyOf(inspection)))} />
    </li>
  )
}
