import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { RoundView } from '@dj/shared/follow/round/round.schema.ts'
import { mayDo } from '../../county/session/me.ts'
import { useMe } from '../../county/session/session.queries.ts'
import { act, ActionButton } from '../../platform/ui/button/ActionButton.tsx'
import { ButtonLink } from '../../platform/ui/button/ButtonLink.tsx'
import { Chip } from '../../platform/ui/button/Chip.tsx'
import { type Column, DataTable } from '../../platform/ui/table/DataTable.tsx'
import { DateText } from '../../platform/ui/time/DateText.tsx'
import { Dialog } from '../../platform/ui/button/Dialog.tsx'
import { EmptyState } from '../../platform/ui/state/EmptyState.tsx'
import { ErrorState } from '../../platform/ui/state/ErrorState.tsx'
import { Light } from '../../platform/ui/mark/Light.tsx'
import { PageHeader } from '../../platform/ui/page/PageHeader.tsx'
import { SkeletonList } from '../../platform/ui/state/Skeleton.tsx'
import { OpenRoundForm } from './open/OpenRoundForm.tsx'
import { roundQueries } from './rounds.queries.ts'
import { useFreeQuarters } from './open/use-free-quarters.ts'
import { useQuarter } from '../../platform/ui/time/use-quarter.ts'
import './rounds.css'

/** 季度跟单: one line a round, newest first. */
export function RoundsPage() {
  const { t } = useTranslation('rounds')
  const me = useMe()
  const navigate = useNavigate()
  const { open = false } = useSearch({ from: '/signed-in/rounds' })
  const show = (on: boolean) => void navigate({ to: '/rounds', search: on ? { open: true } : {} })
  const mayOpen = mayDo(me, 'round.open')
  const isDone = useFreeQuarters()?.length === 0
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          <>
            <ButtonLink to="/results/$countyId" params={{ countyId: me.county.id }} icon="globe">
              {t('public')}
            </ButtonLink>
            {mayOpen && (
              <ActionButton
                kind="primary"
                icon="plus"
                action={act(() => show(true))}
                disabledReason={isDone ? t('open.none') : undefined}
              >
                {t('open.action')}
              </ActionButton>
            )}
          </>
        }
      />
      <Rounds />
      <Dialog sheet open={open && mayOpen} title={t('open.title')} onClose={() => show(false)}>
        <OpenRoundForm />
      </Dialog>
    </>
  )
}

function Rounds() {
  const { t } = useTranslation(['rounds', 'shell'])
  const columns = useColumns()
  const query = useInfiniteQuery(roundQueries.list())
  if (query.isPending) return <SkeletonList items={3} lines={2} />
  if (query.data === undefined) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />
  const rows = query.data.pages.flatMap(({ items }) => items)
  if (rows.length === 0)
    return (
      <EmptyState icon="calendar" title={t('empty.title')}>
        {t('empty.body')}
      </EmptyState>
    )
  return (
    <>
      <DataTable label={t('title')} columns={columns} rows={rows} rowKey={({ id }) => id} />
      {query.hasNextPage && (
        <ActionButton action={act(() => void query.fetchNextPage())}>{t('shell:list.more')}</ActionButton>
      )}
    </>
  )
}

function useColumns(): readonly Column<RoundView>[] {
  const { t } = useTranslation('rounds')
  const quarter = useQuarter()
  return [
    {
      key: 'quarter',
      label: t('column.quarter'),
      render: ({ id, quarter: of }) => (
        <Link to="/rounds/$id" params={{ id }}>
          {quarter(of)}
        </Link>
      ),
    },
    { key: 'state', label: t('column.state'), render: (round) => <RoundState round={round} /> },
    { key: 'due', label: t('column.due'), render: ({ dueOn }) => <DateText value={dueOn} /> },
    { key: 'census', label: t('column.census'), render: ({ counts }) => counts.census },
    { key: 'sample', label: t('column.sample'), render: ({ counts }) => counts.sample },
    { key: 'waiting', label: t('column.waiting'), render: ({ counts }) => counts.waiting ?? '—' },
  ]
}

/** The state, and plainly that it is late. */
export function RoundState({ round }: { round: RoundView }) {
  const { t } = useTranslation('rounds')
  return (
    <span className="row">
      <Chip>{t(`state.${round.state}`)}</Chip>
      {round.overdue && <Light colour="red" />}
    </span>
  )
}
