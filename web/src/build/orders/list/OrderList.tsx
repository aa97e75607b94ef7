import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { act, ActionButton } from '../../../platform/ui/button/ActionButton.tsx'
import { EmptyState } from '../../../platform/ui/state/EmptyState.tsx'
import { ErrorState } from '../../../platform/ui/state/ErrorState.tsx'
import { ListFooter } from '../../../platform/ui/table/ListFooter.tsx'
import { SkeletonList } from '../../../platform/ui/state/Skeleton.tsx'
import { ListSummary } from './ListSummary.tsx'
import { OrderCard } from './OrderCard.tsx'
import { isNarrowed, stateOf, toQuery, type OrderSearch } from './order-search.ts'
import { orderQueries } from '../orders.queries.ts'

interface Props {
  readonly search: OrderSearch
  readonly onChange: (part: OrderSearch) => void
  readonly onClear: () => void
}

export function OrderList({ search, onChange, onClear }: Props) {
  const query = useInfiniteQuery(orderQueries.list(toQuery(search)))
  const more = query.hasNextPage ? () => void query.fetchNextPage() : undefined
  const near = useNear(query.isFetchingNextPage || query.isError ? undefined : more, query.data?.pages.length ?? 0)
  if (query.isPending) return <SkeletonList items={6} lines={4} />
  if (query.data === undefined) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />
  const orders = query.data.pages.flatMap(({ items }) => items)
  const total = Math.max(query.data.pages[0]?.total ?? 0, orders.length)
  const showState = ['live', 'all', 'building'].includes(stateOf(search))
  return (
    <div className="library__list" aria-busy={query.isPlaceholderData || undefined}>
      <ListSummary search={search} total={total} onClear={onClear} />
      {orders.length === 0 ? (
        <NoOrders search={search} onChange={onChange} onClear={onClear} />
      ) : (
        <>
          <ul>
            {orders.map((order) => (
              <OrderCard key={order.id} order={order} showState={showState} />
            ))}
          </ul>
          <div ref={near} />
          <ListFooter
            total={total}
            shown={orders.length}
            onMore={more}
            isLoading={query.isFetchingNextPage}
            error={query.isFetchNextPageError ? query.error : null}
          />
        </>
      )}
    </div>
  )
}

const perPause = 5

/** Fetches the next page when the end comes near, but pauses every few pages: the foot of the page stays within reach. */
function useNear(more: (() => void) | undefined, pages: number) {
  const end = useRef<HTMLDivElement>(null)
  const onNear = useEffectEvent(() => more?.())
  useEffect(() => {
    if (end.current === null || pages % perPause === 0 || !('IntersectionObserver' in window)) return undefined
    const watch = new IntersectionObserver(([entry]) => entry?.isIntersecting === true && onNear(), {
      rootMargin: '600px',
    })
    watch.observe(end.current)
    return () => watch.disconnect()
  }, [pages])
  return end
}

function NoOrders({ search, onChange, onClear }: Props) {
  const { t } = useTranslation(['orders', 'shell'])
  if (isNarrowed(search)) {
    // What is looked for by a word may well be in somebody's hands, or done.
    const elsewhere = stateOf(search) !== 'all' && stateOf(search) !== 'building'
    return (
      <EmptyState
        icon="filter"
        title={t('empty.filtered.title')}
        next={
          <span className="row">
            {elsewhere && (
              <ActionButton action={act(() => onChange({ state: 'all' }))}>
                {t('empty.filtered.everywhere')}
              </ActionButton>
            )}
            <ActionButton action={act(onClear)}>{t('shell:list.clear')}</ActionButton>
          </span>
        }
      >
        {t(elsewhere ? 'empty.filtered.here' : 'empty.filtered.body')}
      </EmptyState>
    )
  }
  return (
    <EmptyState
      icon="library"
      title={t('empty.title')}
      next={<ActionButton action={act(() => onChange({ state: 'all' }))}>{t('empty.showAll')}</ActionButton>}
    >
      {t('empty.body')}
    </EmptyState>
  )
}
