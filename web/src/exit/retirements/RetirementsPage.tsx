import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { RetirementState, type RetirementView } from '@dj/shared/exit/retirement/retirement.schema.ts'
import { RulesLink } from '../../county/settings/RulesLink.tsx'
import { Chip } from '../../platform/ui/button/Chip.tsx'
import { type Column, DataTable } from '../../platform/ui/table/DataTable.tsx'
import { DateText } from '../../platform/ui/time/DateText.tsx'
import { EmptyState } from '../../platform/ui/state/EmptyState.tsx'
import { ErrorState } from '../../platform/ui/state/ErrorState.tsx'
import { ListFooter } from '../../platform/ui/table/ListFooter.tsx'
import { PageHeader } from '../../platform/ui/page/PageHeader.tsx'
import { useNow } from '../../platform/ui/time/now.ts'
import { toDate } from '../../platform/ui/time/dates.ts'
import { SkeletonList } from '../../platform/ui/state/Skeleton.tsx'
import { TabLinks } from '../../platform/ui/table/TabLinks.tsx'
import { TierMark } from '../../build/marks/TierMark.tsx'
import { WorkingDaysLeft } from '../rectifications/WorkingDaysLeft.tsx'
import { retirementQueries } from './retirement.queries.ts'
import './retirements.css'

const faces = [undefined, ...RetirementState.options] as const

/** Retirements under way and those that ended, kept for ever. */
export function RetirementsPage() {
  const { t } = useTranslation('retirements')
  const { state } = useSearch({ from: '/signed-in/retirements' })
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} actions={<RulesLink />} />
      <TabLinks
        label={t('title')}
        items={faces.map((face) => ({
          to: '/retirements',
          search: face === undefined ? {} : { state: face },
          label: face === undefined ? t('tab.all') : t(`state.${face}`),
        }))}
      />
      <RetirementList state={state} />
    </>
  )
}

function RetirementList({ state }: { state: RetirementState | undefined }) {
  const { t } = useTranslation('retirements')
  const columns = useColumns()
  const query = useInfiniteQuery(retirementQueries.list({ state }))
  if (query.isPending) return <SkeletonList items={4} lines={2} />
  if (query.data === undefined) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />
  const rows = query.data.pages.flatMap(({ items }) => items)
  if (rows.length === 0)
    return (
      <EmptyState icon="library" title={t('empty.title')}>
        {t('empty.body')}
      </EmptyState>
    )
  return (
    <>
      <DataTable label={t('title')} columns={columns} rows={rows} rowKey={({ id }) => id} />
      <ListFooter
        total={query.data.pages[0]?.total ?? rows.length}
        shown={rows.length}
        onMore={query.hasNextPage ? () => void query.fetchNextPage() : undefined}
        isLoading={query.isFetchingNextPage}
        error={query.isFetchNextPageError ? query.error : null}
      />
    </>
  )
}

function useColumns(): readonly Column<RetirementView>[] {
  const { t } = useTranslation('retirements')
  return [
    { key: 'order', label: t('column.order'), render: (row) => <Title row={row} /> },
    { key: 'owner', label: t('column.owner'), render: ({ owner }) => owner.name },
    { key: 'evidence', label: t('column.evidence'), render: ({ evidence }) => t(`evidence.${evidence}`) },
    { key: 'state', label: t('column.state'), render: (row) => <Standing row={row} /> },
    { key: 'since', label: t('column.since'), render: ({ proposedAt }) => <DateText value={proposedAt} /> },
  ]
}

function Title({ row: { id, order } }: { row: RetirementView }) {
  return (
    <>
      <Link to="/retirements/$id" params={{ id }}>
        {order.title}
      </Link>
      <span className="row quiet">
        <TierMark tier={order.tier} /> {order.number}
      </span>
    </>
  )
}

/** Its state, and while the notice runs, how long still. */
export function Standing({ row }: { row: RetirementView }) {
  const { t } = useTranslation('retirements')
  return (
    <span className="row">
      <Chip>{t(`state.${row.state}`)}</Chip>
      {row.state === 'on_notice' && <NoticeClock until={row.noticeUntil} days={row.workingDaysLeft} />}
    </span>
  )
}

/** The end of a public notice is no fault: no red light, only how long objections are taken. */
export function NoticeClock({ until, days }: { until: string | null; days: number | null }) {
  const { t } = useTranslation('retirements')
  const now = useNow()
  const isOver = until !== null && toDate(until) <= now
  return isOver ? <span>{t('notice.over')}</span> : <WorkingDaysLeft until={until} days={days} />
}
