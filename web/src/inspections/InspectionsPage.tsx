import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { InspectionList } from '@dj/shared/finding/finding.schema.ts'
import { Conflicts } from '../conflicts/Conflicts.tsx'
import { useMe } from '../session/session.queries.ts'
import { ButtonLink } from '../ui/ButtonLink.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { SkeletonList } from '../ui/Skeleton.tsx'
import { inspectionQueries } from './inspection.queries.ts'
import { InspectionCards } from './InspectionCards.tsx'
import { LostWritings } from './LostWritings.tsx'
import { OfflineNote } from './OfflineNote.tsx'
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
  return (
    <>
      <OfflineNote asOf={list.asOf} />
      <LostWritings list={list} />
      {list.items.length === 0 && (
        <EmptyState icon="check" title={t('empty.title')}>
          {t('empty.body')}
        </EmptyState>
      )}
      <InspectionCards inspections={list.items} />
    </>
  )
}
