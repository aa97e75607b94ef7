import { useTranslation } from 'react-i18next'
import { isLive } from '@dj/shared/order/order.rules.ts'
import type { OrderView } from '@dj/shared/order/order.schema.ts'
import { Clock } from '../claims/Clock.tsx'
import { DateText } from '../ui/DateText.tsx'
import { Light } from '../ui/Light.tsx'
import { nextStepOf } from './timeline-items.ts'

/** Who holds it, until when, and what comes next: what everybody sees first. */
export function Standing({ order }: { order: OrderView }) {
  const { t } = useTranslation('orders')
  const next = nextStepOf(order)
  return (
    <dl className="standing">
      <div>
        <dt>{t('standing.who')}</dt>
        <dd>
          <Holders order={order} />
        </dd>
      </div>
      <div>
        <dt>{t('standing.until')}</dt>
        <dd>
          <Until order={order} />
        </dd>
      </div>
      <div>
        <dt>{t('standing.next')}</dt>
        <dd>{next === undefined ? t(order.state === 'closed' ? 'next.done' : 'next.none') : t(`next.${next.step}`)}</dd>
      </div>
    </dl>
  )
}

function Holders({ order }: { order: OrderView }) {
  const { t } = useTranslation('orders')
  const left = order.places - order.placesTaken
  return (
    <>
      {order.light !== null && <Light colour={order.light} />}
      <span>{order.holders.length === 0 ? t('card.noHolder') : order.holders.join(t('and'))}</span>
      {order.state === 'open' && left > 0 && <span className="quiet">{t('standing.left', { count: left })}</span>}
    </>
  )
}

function Until({ order }: { order: OrderView }) {
  const { t } = useTranslation('orders')
  const due = order.claims
    .filter(({ state }) => isLive(state))
    .map(({ dueAt }) => dueAt)
    .toSorted()[0]
  if (due !== undefined && order.state !== 'delivered') return <Clock dueAt={due} />
  if (order.state === 'open' && order.claimBy !== null) {
    return (
      <span>
        {t('card.claimBy')} <DateText value={order.claimBy} />
      </span>
    )
  }
  if (order.dueOn !== null) return <DateText value={order.dueOn} />
  return <span>{order.state === 'open' ? t('card.claimAnyTime') : t('standing.noDate')}</span>
}
