import { useTranslation } from 'react-i18next'
import type { OrderView } from '@dj/shared/build/order/order.schema.ts'
import { mayDo } from '../../county/session/me.ts'
import { useMe } from '../../county/session/session.queries.ts'
import { Dialog } from '../../platform/ui/button/Dialog.tsx'
import { RatingForm } from './RatingForm.tsx'

/** The needs somebody may be called about: an operator's, but for their own. Empty where that is not my part. */
export function useCallers(order: OrderView): OrderView['needs'] {
  const me = useMe()
  if (!mayDo(me, 'order.rate_by_telephone') || order.deliveries.length === 0) return []
  return order.needs.filter(({ mine }) => !mine)
}

/** 登记电话评价: an operator writes down what a requester says. */
export function TelephoneRating({ order, open, onClose }: { order: OrderView; open: boolean; onClose: () => void }) {
  const { t } = useTranslation('ratings')
  const me = useMe()
  const callers = useCallers(order)
  return (
    <Dialog sheet open={open && callers.length > 0} onClose={onClose} title={t('telephone.title')}>
      <div className="stack">
        <p className="order__expect">{t('telephone.note')}</p>
        <RatingForm orderId={order.id} rater={`telephone.${me.person.id}`} callers={callers} onDone={onClose} />
      </div>
    </Dialog>
  )
}
