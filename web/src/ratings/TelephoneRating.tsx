import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OrderView } from '@dj/shared/order/order.schema.ts'
import { mayDo } from '../session/me.ts'
import { useMe } from '../session/session.queries.ts'
import { act, ActionButton } from '../ui/ActionButton.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { RatingForm } from './RatingForm.tsx'

/** 登记电话评价: an operator writes down what a requester says, for a need that is not their own. */
export function TelephoneRating({ order }: { order: OrderView }) {
  const { t } = useTranslation('ratings')
  const me = useMe()
  const [open, setOpen] = useState(false)
  const needs = order.needs.filter(({ mine }) => !mine)
  if (!mayDo(me, 'order.rate_by_telephone') || order.deliveries.length === 0 || needs.length === 0) return null
  return (
    <>
      <ActionButton icon="phone" action={act(() => setOpen(true))}>
        {t('telephone.action')}
      </ActionButton>
      <Dialog sheet open={open} onClose={() => setOpen(false)} title={t('telephone.title')}>
        <div className="stack">
          <p className="order__expect">{t('telephone.note')}</p>
          <RatingForm orderId={order.id} callers={needs} onDone={() => setOpen(false)} />
        </div>
      </Dialog>
    </>
  )
}
