import { useInfiniteQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { mayDo } from '../../../county/session/me.ts'
import { useMe } from '../../../county/session/session.queries.ts'
import { ButtonLink } from '../../../platform/ui/button/ButtonLink.tsx'
import { ExportLink } from '../../../platform/ui/button/ExportLink.tsx'
import { EmptyState } from '../../../platform/ui/state/EmptyState.tsx'
import { ErrorState } from '../../../platform/ui/state/ErrorState.tsx'
import { ListFooter } from '../../../platform/ui/table/ListFooter.tsx'
import { PageHeader } from '../../../platform/ui/page/PageHeader.tsx'
import { SkeletonList } from '../../../platform/ui/state/Skeleton.tsx'
import { TabLinks } from '../../../platform/ui/table/TabLinks.tsx'
import { NeedFilters } from './NeedFilters.tsx'
import { NeedRow } from './NeedRow.tsx'
import { narrowing, toFilter } from './need-search.ts'
import { needQueries } from '../needs.queries.ts'
import '../needs.css'

/** What was collected: one's own voice, and for desks everything they handle. */
export function NeedListPage() {
  const { t } = useTranslation('needs')
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} actions={<ListActions />} />
      <Faces />
      <NeedFilters />
      <Needs />
    </>
  )
}

function ListActions() {
  const { t } = useTranslation('needs')
  const me = useMe()
  const filter = toFilter(useSearch({ from: '/signed-in/collect/needs' }))
  return (
    <>
      {mayDo(me, 'need.export') && (
        <ExportLink path="/needs/export" filter={filter}>
          {t('export')}
        </ExportLink>
      )}
      {mayDo(me, 'need.import') && (
        <ButtonLink to="/needs/import" icon="upload">
          {t('import')}
        </ButtonLink>
      )}
      {mayDo(me, 'need.raise_for_others') && (
        <ButtonLink to="/needs/poster" icon="print">
          {t('poster')}
        </ButtonLink>
      )}
      <ButtonLink to="/needs/new" kind="primary" icon="plus">
        {t(mayDo(me, 'need.raise_for_others') ? 'record' : 'raise')}
      </ButtonLink>
    </>
  )
}

/** Only those who handle needs have two faces; others see their own. */
function Faces() {
  const { t } = useTranslation('needs')
  const { mine: _mine, ...search } = useSearch({ from: '/signed-in/collect/needs' })
  if (!mayDo(useMe(), 'need.raise_for_others')) return null
  const items = [
    { to: '/needs' as const, search, label: t('face.handled') },
    { to: '/needs' as const, search: { ...search, mine: true }, label: t('face.mine') },
  ]
  return <TabLinks label={t('faces')} items={items} />
}

function Needs() {
  const search = useSearch({ from: '/signed-in/collect/needs' })
  const list = useInfiniteQuery(needQueries.list(toFilter(search)))
  if (list.isPending) return <SkeletonList />
  if (list.data === undefined) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />
  const needs = list.data.pages.flatMap(({ items }) => items)
  if (needs.length === 0) return <Nothing filtered={narrowing.some((name) => search[name] !== undefined)} />
  return (
    <>
      <ul className="needs">
        {needs.map((need) => (
          <NeedRow key={need.id} need={need} />
        ))}
      </ul>
      <ListFooter
        total={list.data.pages[0]?.total ?? needs.length}
        shown={needs.length}
        onMore={list.hasNextPage ? () => void list.fetchNextPage() : undefined}
        isLoading={list.isFetchingNextPage}
        error={list.isFetchNextPageError ? list.error : null}
      />
    </>
  )
}

function Nothing({ filtered }: { filtered: boolean }) {
  const { t } = useTranslation('needs')
  const next = filtered ? (
    <ButtonLink to="/needs" icon="close">
      {t('filter.clear')}
    </ButtonLink>
  ) : (
    <ButtonLink to="/needs/new" kind="primary" icon="plus">
      {t('raise')}
    </ButtonLink>
  )
  return (
    <EmptyState icon="collect" title={t(filtered ? 'empty.filtered' : 'empty')} next={next}>
      {t(filtered ? 'empty.filtered.why' : 'empty.why')}
    </EmptyState>
  )
}
