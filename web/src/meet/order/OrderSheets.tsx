import { useTranslation } from 'react-i18next'
import type { OrderView } from '@dj/shared/build/order/order.schema.ts'
import { ClaimSheet } from '../../claim/claims/sheets/ClaimSheet.tsx'
import { CollectiveSheet } from '../../claim/claims/sheets/CollectiveSheet.tsx'
import { RatingForm } from '../../follow/ratings/RatingForm.tsx'
import { TelephoneRating } from '../../follow/ratings/TelephoneRating.tsx'
import { useMe } from '../../county/session/session.queries.ts'
import { Dialog } from '../../platform/ui/button/Dialog.tsx'
import { useOrderActs } from './order-acts.ts'
import { useOrderDo } from './use-order-do.ts'

/** The sheets of the order page; which one is open stands in the address. */
export function OrderSheets({ order }: { order: OrderView }) {
  const { t } = useTranslation('orders')
  const me = useMe()
  const { doing, close } = useOrderDo(order.id)
  const acts = useOrderActs(order)
  const possible = (offer: { reason: string | undefined } | undefined) =>
    offer !== undefined && offer.reason === undefined
  return (
    <>
      <ClaimSheet order={order} open={doing === 'claim' && possible(acts.claim)} onClose={close} />
      <CollectiveSheet order={order} open={doing === 'collective' && possible(acts.collective)} onClose={close} />
      <Dialog
        sheet
        open={doing === 'rate' && possible(acts.rate)}
        title={t('rate.title', { title: order.title })}
        onClose={close}
      >
        <div className="stack">
          <p className="order__expect">{t('rate.note')}</p>
          <RatingForm orderId={order.id} rater={me.person.id} before={order.myRating ?? undefined} onDone={close} />
        </div>
      </Dialog>
      <TelephoneRating order={order} open={doing === 'telephone'} onClose={close} />
    </>
  )
}
