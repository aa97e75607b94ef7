import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { OrderView } from '@dj/shared/build/order/order.schema.ts'
import { PhotoStrip } from '../../platform/photos/PhotoStrip.tsx'
import { ActionButton } from '../../platform/ui/button/ActionButton.tsx'
import { ErrorState } from '../../platform/ui/state/ErrorState.tsx'
import { SkeletonList } from '../../platform/ui/state/Skeleton.tsx'
import { Timeline, type TimelineItem } from '../../platform/ui/time/Timeline.tsx'
import { Until } from '../../build/marks/Until.tsx'
import { orderQueries } from '../../build/orders/orders.queries.ts'
import { countedKind, nextStepOf, toSteps, troubles, type Step } from './timeline-items.ts'
import { useEventWords } from './use-event-words.ts'

/** The spine of the order: every step with who, when and why, and at its end what comes next. */
export function OrderTimeline({ order }: { order: OrderView }) {
  const { t } = useTranslation(['orders', 'shell'])
  const query = useInfiniteQuery(orderQueries.events(order.id))
  const toItem = useTimelineItem()
  const next = useNextItem(order)
  const events = query.data?.pages.flatMap(({ items }) => items) ?? []
  const steps = toSteps(events)
  const items = steps.map((step, nth) => toItem(step, nth === steps.length - 1 && !query.hasNextPage))
  return (
    <section className="order__section" aria-labelledby="order-timeline">
      <h2 id="order-timeline">{t('shell:timeline.label')}</h2>
      {query.isPending && <SkeletonList items={3} lines={2} />}
      {query.isError && query.data === undefined && (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      )}
      <Timeline items={query.hasNextPage || query.data === undefined ? items : [...items, ...next]} />
      {query.hasNextPage && (
        <ActionButton
          action={{
            mutate: () => void query.fetchNextPage(),
            isPending: query.isFetchingNextPage,
            error: query.isFetchNextPageError ? query.error : null,
          }}
        >
          {t('timeline.more')}
        </ActionButton>
      )}
    </section>
  )
}

function useTimelineItem() {
  const words = useEventWords()
  return ({ event, kind, facts, times }: Step, last: boolean): TimelineItem => {
    const base = {
      id: event.id,
      at: event.at,
      tone: troubles.includes(kind) ? ('trouble' as const) : last ? ('now' as const) : ('past' as const),
    }
    if (kind === undefined) return { ...base, title: words.unknown, who: event.who ?? undefined }
    const counted = countedKind(kind)
    if (counted !== undefined && times > 1) return { ...base, title: words.many(counted, times) }
    const note = words.note(kind, facts)
    const photos = event.attachments.length > 0 && <PhotoStrip ids={event.attachments} />
    return {
      ...base,
      title: words.title(kind, facts),
      who: words.who(kind, facts, event.who),
      ...((note !== undefined || photos !== false) && {
        note: (
          <>
            {note}
            {photos}
          </>
        ),
      }),
    }
  }
}

function useNextItem(order: OrderView): readonly TimelineItem[] {
  const { t } = useTranslation('orders')
  const next = nextStepOf(order)
  if (next === undefined) return []
  const note = next.deadline === null ? undefined : <Until deadline={next.deadline} />
  return [{ id: 'next', title: t(`next.${next.step}`), tone: 'next', ...(note !== undefined && { note }) }]
}
