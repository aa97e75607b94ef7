import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Select } from '../../platform/form/controls.tsx'
import { EmptyState } from '../../platform/ui/state/EmptyState.tsx'
import { ErrorState } from '../../platform/ui/state/ErrorState.tsx'
import { ListFooter } from '../../platform/ui/table/ListFooter.tsx'
import { PageHeader } from '../../platform/ui/page/PageHeader.tsx'
import { SkeletonList } from '../../platform/ui/state/Skeleton.tsx'
import { AppealCard } from './AppealCard.tsx'
import { appealQueries } from './appeal.queries.ts'
import '../../platform/form/form.css'
import '../../build/orders/facts.css'
import '../../platform/ui/table/record-card.css'
import './appeals.css'

const states = ['filed', 'changed', 'kept'] as const

/** Appeals that concern me, each with both values; a third body decides in place. */
export function AppealsPage() {
  const { t } = useTranslation('appeals')
  const { state } = useSearch({ from: '/signed-in/appeals' })
  const navigate = useNavigate()
  const choose = (value: string) =>
    void navigate({ to: '/appeals', search: { state: states.find((each) => each === value) } })
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <div className="record-filter">
        <label className="field__label" htmlFor="appeal-state">
          {t('state.label')}
        </label>
        <Select
          id="appeal-state"
          name="state"
          value={state ?? ''}
          onValue={choose}
          empty={t('state.any')}
          options={states.map((value) => ({ value, label: t(`state.${value}`) }))}
        />
      </div>
      <Appeals state={state} />
    </>
  )
}

function Appeals({ state }: { state: (typeof states)[number] | undefined }) {
  const { t } = useTranslation('appeals')
  const query = useInfiniteQuery(appealQueries.list({ state }))
  if (query.isPending) return <SkeletonList items={3} lines={3} />
  if (query.data === undefined) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />
  const rows = query.data.pages.flatMap(({ items }) => items)
  if (rows.length === 0) return <EmptyState title={t('empty.title')}>{t('empty.body')}</EmptyState>
  return (
    <>
      <ul>
        {rows.map((appeal) => (
          <AppealCard key={appeal.id} appeal={appeal} />
        ))}
      </ul>
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
