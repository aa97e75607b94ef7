import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { InspectionList } from '@dj/shared/follow/finding/finding.schema.ts'
import { Conflicts } from '../conflicts/Conflicts.tsx'
import { useMe } from '../../county/session/session.queries.ts'
import { ButtonLink } from '../../platform/ui/button/ButtonLink.tsx'
import { EmptyState } from '../../platform/ui/state/EmptyState.tsx'
import { ErrorState } from '../../platform/ui/state/ErrorState.tsx'
import { PageHeader } from '../../platform/ui/page/PageHeader.tsx'
import { SkeletonList } from '../../platform/ui/state/Skeleton.tsx'
import { inspectionQueries } from './inspection.queries.ts'
import { InspectionCards } from './InspectionCards.tsx'
import { LostWritings } from './outbox/LostWritings.tsx'
import { OfflineNote } from './outbox/OfflineNote.tsx'
import '../../build/orders/facts.css'
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
