import { useTranslation } from 'react-i18next'
import type { OrderView } from '@dj/shared/build/order/order.schema.ts'
import { act, ActionButton } from '../../platform/ui/button/ActionButton.tsx'
import { ButtonLink } from '../../platform/ui/button/ButtonLink.tsx'
import { useOrderActs } from './order-acts.ts'
import { useOrderDo } from './use-order-do.ts'

/** The one thing most people come for, with what will be expected, or why it is not possible. */
export function ClaimActions({ order }: { order: OrderView }) {
  const { t } = useTranslation('orders')
  const { claim, collective } = useOrderActs(order)
  const { open } = useOrderDo(order.id)
  if (order.myClaimId !== null) {
    return (
      <ButtonLink to="/claims/$id" params={{ id: order.myClaimId }} kind="primary" icon="hand">
        {t('act.continue')}
      </ButtonLink>
    )
  }
  const possible = [claim, collective].some((offer) => offer !== undefined && offer.reason === undefined)
  const alone = order.mode !== 'collective' || collective === undefined
  // Refused for the same reason, one button says it for both.
  const said = alone && claim?.reason !== undefined && claim.reason === collective?.reason
  return (
    <>
      {possible && <p className="order__expect">{t('act.expect', order.expectation)}</p>}
      {claim !== undefined && alone && (
        <ActionButton block kind="primary" icon="hand" action={act(() => open('claim'))} disabledReason={claim.reason}>
          {t('act.claim')}
        </ActionButton>
      )}
      {collective !== undefined && !said && (order.mode !== 'individual' || claim === undefined) && (
        <ActionButton
          block
          kind={alone ? 'default' : 'primary'}
          icon="people"
          action={act(() => open('collective'))}
          disabledReason={collective.reason}
        >
          {t('act.collective')}
        </ActionButton>
      )}
    </>
  )
}
