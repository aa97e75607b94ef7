import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Basis, type RoundView, TargetState, type TargetView } from '@dj/shared/follow/round/round.schema.ts'
import { Select } from '../../../platform/form/controls.tsx'
import { act, ActionButton } from '../../../platform/ui/button/ActionButton.tsx'
import { Chip } from '../../../platform/ui/button/Chip.tsx'
import { type Column, DataTable } from '../../../platform/ui/table/DataTable.tsx'
import { ErrorState } from '../../../platform/ui/state/ErrorState.tsx'
import { ListFooter } from '../../../platform/ui/table/ListFooter.tsx'
import { SkeletonList } from '../../../platform/ui/state/Skeleton.tsx'
import { TierMark } from '../../../build/marks/TierMark.tsx'
import { roundQueries } from '../rounds.queries.ts'
import { TargetExcuse } from './TargetExcuse.tsx'

/** What is to be checked: every A and B order, and of the C orders only what the viewer may see. */
export function TargetBoard({ round }: { round: RoundView }) {
  const { t } = useTranslation('rounds')
  return (
    <section className="order__section" aria-labelledby="round-targets">
      <h2 id="round-targets">{t('targets.title')}</h2>
      {round.state !== 'closed' && <p className="quiet">{t('targets.covered')}</p>}
      <Filters />
      <Targets round={round} />
    </section>
  )
}

function Filters() {
  const { t } = useTranslation('rounds')
  const { basis, state } = useSearch({ from: '/signed-in/rounds/$id' })
  const navigate = useNavigate({ from: '/rounds/$id' })
  return (
    <div className="row target-filters">
      <Select
        id="target-basis"
        name="basis"
        aria-label={t('targets.basis')}
        value={basis ?? ''}
        empty={t('targets.anyBasis')}
        onValue={(value) =>
          void navigate({ search: { state, basis: Basis.safeParse(value).data }, resetScroll: false })
        }
        options={Basis.options.map((value) => ({ value, label: t(`basis.${value}`) }))}
      />
      <Select
        id="target-state"
        name="state"
        aria-label={t('column.state')}
        value={state ?? ''}
        empty={t('targets.anyState')}
        onValue={(value) =>
          void navigate({ search: { basis, state: TargetState.safeParse(value).data }, resetScroll: false })
        }
        options={TargetState.options.map((value) => ({ value, label: t(`target.${value}`) }))}
      />
    </div>
  )
}

function Targets({ round }: { round: RoundView }) {
  const { t } = useTranslation(['rounds', 'shell'])
  const { basis, state } = useSearch({ from: '/signed-in/rounds/$id' })
  const columns = useColumns(round)
  const query = useInfiniteQuery(roundQueries.targets(round.id, { basis, state }))
  if (query.isPending) return <SkeletonList items={4} lines={1} />
  if (query.data === undefined) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />
  const rows = query.data.pages.flatMap(({ items }) => items)
  const total = query.data.pages[0]?.total ?? null
  if (rows.length === 0) return <p>{t('targets.none')}</p>
  return (
    <>
      <DataTable label={t('targets.title')} columns={columns} rows={rows} rowKey={({ orderId }) => orderId} />
      {total === null && query.hasNextPage && (
        <ActionButton action={act(() => void query.fetchNextPage())}>{t('shell:list.more')}</ActionButton>
      )}
      {total !== null && (
        <ListFooter
          total={total}
          shown={rows.length}
          onMore={query.hasNextPage ? () => void query.fetchNextPage() : undefined}
          isLoading={query.isFetchingNextPage}
        />
      )}
    </>
  )
}

function useColumns(round: RoundView): readonly Column<TargetView>[] {
  const { t } = useTranslation('rounds')
  return [
    { key: 'order', label: t('targets.order'), render: (row) => <Title row={row} /> },
    { key: 'basis', label: t('targets.basis'), render: ({ basis }) => t(`basis.${basis}`) },
    { key: 'town', label: t('power.town'), render: ({ town, owner }) => town?.name ?? owner.name },
    { key: 'inspectors', label: t('targets.inspectors'), render: (row) => <Inspectors row={row} /> },
    {
      key: 'state',
      label: t('column.state'),
      render: ({ state }) => (
        <span>
          <Chip>{t(`target.${state}`)}</Chip>
        </span>
      ),
    },
    { key: 'excuse', label: t('excuse.column'), render: (row) => <TargetExcuse round={round} target={row} /> },
  ]
}

function Title({ row }: { row: TargetView }) {
  return (
    <>
      <Link to="/orders/$id" params={{ id: row.orderId }}>
        {row.title}
      </Link>
      <span className="row quiet target-line">
        <TierMark tier={row.tier} /> {row.number}
      </span>
    </>
  )
}

function Inspectors({ row }: { row: TargetView }) {
  const { t } = useTranslation('rounds')
  if (row.inspectors.length === 0) return '—'
  return row.inspectors.map(({ id, alias, done }) => (
    <span key={id} className="target-line">
      {alias} {done && <span className="quiet">{t('targets.done')}</span>}
    </span>
  ))
}
