import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { act, ActionButton } from '../../platform/ui/button/ActionButton.tsx'
import { GivenRating } from '../../follow/ratings/GivenRating.tsx'
import { RatingForm } from '../../follow/ratings/RatingForm.tsx'
import { ReceiptNotice } from './ReceiptNotice.tsx'
import { AnswerForm } from './AnswerForm.tsx'
import { standingOfOrder, type ReceiptOrder } from './standing.ts'

interface Props {
  readonly order: ReceiptOrder
  readonly code: string
  /** The only project of the need: the panel above has said how it stands. */
  readonly alone: boolean
}

/** What one project asks of the requester: first whether it is solved, then how it was. */
export function OrderBlock({ order, code, alone }: Props) {
  const { t } = useTranslation('receipts')
  const { key } = standingOfOrder(order)
  return (
    <section className="receipt__order" aria-label={order.title}>
      <p className="quiet">
        {t('order', { title: order.title })} <span className="nowrap">{order.number}</span>
        {!alone && ` · ${t(`standing.${key}`)}`}
      </p>
      {order.retirement !== null && <ReceiptNotice notice={order.retirement} code={code} />}
      {order.question !== null ? (
        <AnswerForm question={order.question} code={code} holders={order.holders} />
      ) : (
        order.mayRate && <Rating order={order} code={code} />
      )}
      {!order.mayRate && order.myRating !== null && <GivenRating rating={order.myRating} />}
    </section>
  )
}

// A receipt opens its need: only its end is written on a device that may be shared.
const shortOf = (code: string) => code.slice(-4)

/** Given already: shown, and open to a change of mind until the quarter closes. */
function Rating({ order, code }: { order: ReceiptOrder; code: string }) {
  const { t } = useTranslation('ratings')
  const [changing, setChanging] = useState(false)
  const given = order.myRating
  if (given === null || changing) {
    const before = given ?? undefined
    return (
      <RatingForm
        orderId={order.id}
        rater={shortOf(code)}
        receiptCode={code}
        before={before}
        onDone={() => setChanging(false)}
      />
    )
  }
  return (
    <>
      <GivenRating rating={given} />
      <ActionButton action={act(() => setChanging(true))}>{t('change')}</ActionButton>
    </>
  )
}
