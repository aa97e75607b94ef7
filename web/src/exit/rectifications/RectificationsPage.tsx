import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { RectificationState, type RectificationView } from '@dj/shared/exit/rectification/rectification.schema.ts'
import { Select } from '../../platform/form/controls.tsx'
import { RulesLink } from '../../county/settings/RulesLink.tsx'
import { Chip } from '../../platform/ui/button/Chip.tsx'
import { type Column, DataTable } from '../../platform/ui/table/DataTable.tsx'
import { EmptyState } from '../../platform/ui/state/EmptyState.tsx'
import { ErrorState } from '../../platform/ui/state/ErrorState.tsx'
import { Light } from '../../platform/ui/mark/Light.tsx'
import { ListFooter } from '../../platform/ui/table/ListFooter.tsx'
import { PageHeader } from '../../platform/ui/page/PageHeader.tsx'
import { SkeletonList } from '../../platform/ui/state/Skeleton.tsx'
import { LastDay } from '../../platform/ui/time/LastDay.tsx'
import { TabLinks } from '../../platform/ui/table/TabLinks.tsx'
import { rectificationQueries } from './rectification.queries.ts'
import { WorkingDaysLeft } from './WorkingDaysLeft.tsx'
import './rectifications.css'

/** Rectification notices: those in my hands first, each with its light and what is left of its time. */
export function RectificationsPage() {
  const { t } = useTranslation('rectifications')
  const { show, state } = useSearch({ from: '/signed-in/rectifications' })
  const kept = state === undefined ? {} : { state }
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} actions={<RulesLink />} />
      <TabLinks
        label={t('title')}
        items={[
          { to: '/rectifications', search: kept, label: t('tab.mine') },
          { to: '/rectifications', search: { show: 'all', ...kept }, label: t('tab.all') },
        ]}
      />
      <StateFilter />
      <Notices mine={show !== 'all'} state={state} />
    </>
  )
}

function StateFilter() {
  const { t } = useTranslation('rectifications')
  const search = useSearch({ from: '/signed-in/rectifications' })
  const navigate = useNavigate()
  const choose = (value: string) => {
    const state = RectificationState.safeParse(value).data
    void navigate({ to: '/rectifications', search: { ...search, state } })
  }
  return (
    <div className="filter-line">
      <label className="field__label" htmlFor="rectification-state">
        {t('state.label')}
      </label>
      <Select
        id="rectification-state"
        name="state"
        value={search.state ?? ''}
        onValue={choose}
        empty={t('state.any')}
        options={RectificationState.options.map((value) => ({ value, label: t(`state.${value}`) }))}
      />
    </div>
  )
}

function Notices({ mine, state }: { mine: boolean; state: RectificationState | undefined }) {
  const { t } = useTranslation('rectifications')
  const columns = useColumns()
  const query = useInfiniteQuery(rectificationQueries.list({ mine: mine || undefined, state }))
  if (query.isPending) return <SkeletonList items={4} lines={2} />
  if (query.data === undefined) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />
  const rows = query.data.pages.flatMap(({ items }) => items)
  if (rows.length === 0)
    return (
      <EmptyState icon="check" title={t(mine ? 'empty.mine' : 'empty.all')}>
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

function useColumns(): readonly Column<RectificationView>[] {
  const { t } = useTranslation('rectifications')
  return [
    { key: 'order', label: t('column.order'), render: (row) => <Title row={row} /> },
    { key: 'owner', label: t('column.owner'), render: ({ owner }) => owner.name },
    { key: 'responsible', label: t('column.responsible'), render: (row) => row.responsible?.alias ?? t('nobody') },
    { key: 'state', label: t('column.state'), render: (row) => <StateWord row={row} /> },
    {
      key: 'deadline',
      label: t('column.deadline'),
      render: ({ deadlineAt }) => <LastDay deadline={deadlineAt} />,
    },
  ]
}

function Title({ row }: { row: RectificationView }) {
  return (
    <>
      <Link to="/rectifications/$id" params={{ id: row.id }}>
        {row.order.title}
      </Link>
      <span className="quiet">{row.number}</span>
    </>
  )
}

/** What is due carries its light and the time left; what is not says its state. */
export function StateWord({ row }: { row: RectificationView }) {
  const { t } = useTranslation('rectifications')
  if (row.state !== 'issued')
    return (
      <span>
        <Chip>{t(`state.${row.state}`)}</Chip>
      </span>
    )
  return (
    <span className="row">
      {row.light !== null && !isTold(row) && <Light colour={row.light} />}
      <WorkingDaysLeft until={row.deadlineAt} days={row.workingDaysLeft} />
    </span>
  )
}

/** What is overdue by days says so with the light itself. */
const isTold = ({ light, workingDaysLeft }: RectificationView) => light === 'red' && workingDaysLeft === null
