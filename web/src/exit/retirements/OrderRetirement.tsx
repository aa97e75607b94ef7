import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { OrderView } from '@dj/shared/build/order/order.schema.ts'
import type { RetirementView } from '@dj/shared/exit/retirement/retirement.schema.ts'
import { EvidenceWords } from './EvidenceWords.tsx'
import { retirementQueries } from './retirement.queries.ts'
import { Standing } from './RetirementsPage.tsx'

/** On the page of an order that is leaving or has left: on what evidence, why, how far it is, and what took up its need. */
export function OrderRetirement({ order }: { order: OrderView }) {
  const isLeaving = order.state === 'retiring' || order.state === 'retired'
  const { data } = useInfiniteQuery({ ...retirementQueries.list({ orderId: order.id }), enabled: isLeaving })
  const [newest] = data?.pages[0]?.items ?? []
  if (!isLeaving || newest === undefined) return <Reentry order={order} />
  return <Leaving order={order} retirement={newest} />
}

function Leaving({ order, retirement }: { order: OrderView; retirement: RetirementView }) {
  const { t } = useTranslation('retirements')
  const { id, state, reason } = retirement
  return (
    <section className="order__section" aria-labelledby="order-retirement">
      <h2 id="order-retirement">{t(`order.${order.state === 'retired' ? 'retired' : 'retiring'}`)}</h2>
      <Standing row={retirement} />
      <EvidenceWords retirement={retirement} />
      <p className="prose order__words">{t('order.reason', { reason })}</p>
      {order.state === 'retired' && <p className="prose">{t('order.noBlame')}</p>}
      {order.successor !== null && (
        <p>
          {t('order.successor')}{' '}
          <Link to="/orders/$id" params={{ id: order.successor.id }}>
            {order.successor.number} {order.successor.title}
          </Link>
        </p>
      )}
      <p>
        <Link to="/retirements/$id" params={{ id }}>
          {t(state === 'on_notice' ? 'order.object' : 'order.open')}
        </Link>
      </p>
    </section>
  )
}

/** A need that was taken up again says from where. */
function Reentry({ order: { reentryOf } }: { order: OrderView }) {
  const { t } = useTranslation('retirements')
  if (reentryOf === null) return null
  return (
    <p className="prose">
      {t('order.reentry')}{' '}
      <Link to="/orders/$id" params={{ id: reentryOf.id }}>
        {reentryOf.number} {reentryOf.title}
      </Link>
    </p>
  )
}
