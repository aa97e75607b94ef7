import { useTranslation } from 'react-i18next'
import type { OrderView } from '@dj/shared/build/order/order.schema.ts'
import { Clock } from '../../claim/claims/mine/Clock.tsx'
import { DateText } from '../../platform/ui/time/DateText.tsx'
import { ended } from '../../build/orders/ended.ts'
import { nextStepOf } from './timeline-items.ts'

/** Who holds it, until when, and what comes next: what everybody sees first. */
export function Standing({ order }: { order: OrderView }) {
  const { t } = useTranslation('orders')
  const next = nextStepOf(order)
  const over = ended.includes(order.state)
  return (
    <dl className="standing">
      <div>
        <dt>{t(over ? 'standing.whoDid' : 'standing.who')}</dt>
        <dd>
          <Holders order={order} />
        </dd>
      </div>
      <div>
        <dt>{t(over ? 'standing.ended' : 'standing.until')}</dt>
        <dd>{over ? <DateText value={order.feedback?.closedAt ?? order.stateSince} /> : <Until order={order} />}</dd>
      </div>
      <div>
        <dt>{t('standing.next')}</dt>
        <dd>{t(next === undefined ? lastWords(order) : `next.${next.step}`)}</dd>
      </div>
    </dl>
  )
}

function lastWords({ state, successor }: OrderView) {
  if (state === 'closed') return 'next.done' as const
  if (state !== 'retired') return 'next.none' as const
  return successor === null ? ('next.returned' as const) : ('next.rebuilt' as const)
}

function Holders({ order }: { order: OrderView }) {
  const { t } = useTranslation('orders')
  const left = order.places - order.placesTaken
  const done = order.claims
    .filter(({ state }) => state === 'completed' || state === 'ended')
    .map(({ claimant }) => claimant)
  const who = [...new Set(ended.includes(order.state) ? done : order.holders)]
  return (
    <>
      <span>{who.length === 0 ? t('card.noHolder') : who.join(t('and'))}</span>
      {order.state === 'open' && left > 0 && <span className="quiet">{t('standing.left', { count: left })}</span>}
    </>
  )
}

function Until({ order }: { order: OrderView }) {
  const { t } = useTranslation('orders')
  if (order.deadline !== null) return <Clock deadline={order.deadline} light={order.light} />
  return <span>{order.state === 'open' ? t('card.claimAnyTime') : t('standing.noDate')}</span>
}
