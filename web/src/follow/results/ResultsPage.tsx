import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { RoundView } from '@dj/shared/follow/round/round.schema.ts'
import { useQuarter } from '../../platform/ui/time/use-quarter.ts'
import { act, ActionButton } from '../../platform/ui/button/ActionButton.tsx'
import { PublicPage } from '../../county/door/PublicPage.tsx'
import { Chip } from '../../platform/ui/button/Chip.tsx'
import { type Column, DataTable } from '../../platform/ui/table/DataTable.tsx'
import { DateText } from '../../platform/ui/time/DateText.tsx'
import { EmptyState } from '../../platform/ui/state/EmptyState.tsx'
import { ErrorState } from '../../platform/ui/state/ErrorState.tsx'
import { PageHeader } from '../../platform/ui/page/PageHeader.tsx'
import { SkeletonList } from '../../platform/ui/state/Skeleton.tsx'
import { resultQueries } from './results.queries.ts'
import './results.css'

/** 跟单公示, for everybody: what was planned, what was drawn, and how to check it. */
export function ResultsPage() {
  const { t } = useTranslation('results')
  const { countyId } = useParams({ from: '/results/$countyId' })
  return (
    <PublicPage countyId={countyId}>
      <PageHeader title={t('title')} lead={t('lead')} />
      <Rounds countyId={countyId} />
    </PublicPage>
  )
}

function Rounds({ countyId }: { countyId: string }) {
  const { t } = useTranslation(['results', 'shell'])
  const query = useInfiniteQuery(resultQueries.list(countyId))
  const columns = useColumns(countyId)
  if (query.isPending) return <SkeletonList items={3} lines={2} />
  if (query.data === undefined) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />
  const rows = query.data.pages.flatMap(({ items }) => items)
  if (rows.length === 0) return <EmptyState title={t('empty.title')}>{t('empty.body')}</EmptyState>
  return (
    <>
      <DataTable label={t('title')} columns={columns} rows={rows} rowKey={({ id }) => id} />
      {query.hasNextPage && (
        <ActionButton action={act(() => void query.fetchNextPage())}>{t('shell:list.more')}</ActionButton>
      )}
    </>
  )
}

function useColumns(countyId: string): readonly Column<RoundView>[] {
  const { t } = useTranslation(['results', 'rounds'])
  const quarter = useQuarter()
  return [
    {
      key: 'quarter',
      label: t('rounds:column.quarter'),
      render: (round) => (
        <Link to="/results/$countyId/$roundId" params={{ countyId, roundId: round.id }}>
          {quarter(round.quarter)}
        </Link>
      ),
    },
    {
      key: 'state',
      label: t('rounds:column.state'),
      render: ({ state }) => (
        <span>
          <Chip>{t(`rounds:state.${state}`)}</Chip>
        </span>
      ),
    },
    {
      key: 'frame',
      label: t('rounds:column.frame'),
      render: ({ frameCount }) => frameCount?.toLocaleString('en') ?? '—',
    },
    { key: 'sample', label: t('rounds:column.sample'), render: ({ counts }) => counts.sample },
    {
      key: 'closed',
      label: t('rounds:column.closed'),
      render: ({ closedAt }) => (closedAt === null ? '—' : <DateText value={closedAt} />),
    },
    {
      key: 'bulletin',
      label: t('bulletinColumn'),
      render: ({ id, bulletins, quarter: of }) =>
        bulletins.length === 0 ? (
          '—'
        ) : (
          <Link
            to="/results/$countyId/$roundId/bulletin"
            params={{ countyId, roundId: id }}
            aria-label={t('bulletinOf', { quarter: quarter(of) })}
          >
            {t('bulletin')}
          </Link>
        ),
    },
  ]
}
