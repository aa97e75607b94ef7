import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { OrderView } from '@dj/shared/build/order/order.schema.ts'
import type { RectificationView } from '@dj/shared/exit/rectification/rectification.schema.ts'
import { mayDo } from '../../county/session/me.ts'
import { useMe } from '../../county/session/session.queries.ts'
import { rectificationQueries } from './rectification.queries.ts'
import { StateWord } from './RectificationsPage.tsx'
import { LastDay } from '../../platform/ui/time/LastDay.tsx'
import './rectifications.css'

/** On the page of an order that is being put right: what was found, who answers for it, and until when. */
export function OrderNotice({ order }: { order: OrderView }) {
  const isSeen = mayDo(useMe(), 'rectification.list') && order.state === 'rectifying'
  const { data } = useInfiniteQuery({ ...rectificationQueries.list({ orderId: order.id }), enabled: isSeen })
  const live = data?.pages[0]?.items.find(({ state }) => state === 'issued' || state === 'submitted')
  return isSeen && live !== undefined ? <Notice notice={live} /> : null
}

function Notice({ notice }: { notice: RectificationView }) {
  const { t } = useTranslation('rectifications')
  return (
    <section className="order__section" aria-labelledby="order-notice">
      <h2 id="order-notice">{t('order.title')}</h2>
      <ol className="order-notice">
        {notice.items.map(({ item, words }) => (
          <li key={item} className="prose">
            {words}
          </li>
        ))}
      </ol>
      <p className="facts">
        <StateWord row={notice} />
        <span>
          {t('order.until')}
          <LastDay deadline={notice.deadlineAt} />
        </span>
        <span>{t('order.responsible', { alias: notice.responsible?.alias ?? t('nobody') })}</span>
      </p>
      <p>
        <Link to="/rectifications/$id" params={{ id: notice.id }}>
          {t('order.open', { number: notice.number })}
        </Link>
      </p>
    </section>
  )
}
