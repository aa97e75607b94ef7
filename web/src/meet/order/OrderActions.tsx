import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { orderRefusal } from '@dj/shared/build/order/order.rules.ts'
import type { OrderView } from '@dj/shared/build/order/order.schema.ts'
import { useCallers } from '../../follow/ratings/TelephoneRating.tsx'
import { useUnpublish } from '../../build/orders/PublishAction.tsx'
import { ConfirmAction } from '../../platform/ui/button/ConfirmAction.tsx'
import { act, ActionButton } from '../../platform/ui/button/ActionButton.tsx'
import { ButtonLink } from '../../platform/ui/button/ButtonLink.tsx'
import { ClaimActions } from './ClaimActions.tsx'
import { DraftActions } from './DraftActions.tsx'
import { useOrderActs } from './order-acts.ts'
import { orderMutations } from '../../build/orders/order.mutations.ts'
import { useOrderDo } from './use-order-do.ts'

/** What I may do here; the claim itself unless it waits in the bar under the thumb. */
export function OrderActions({ order, claims }: { order: OrderView; claims: boolean }) {
  const { t } = useTranslation(['orders', 'retirements', 'ratings'])
  const acts = useOrderActs(order)
  const { open } = useOrderDo(order.id)
  const callers = useCallers(order)
  // Who may publish here may also propose that it ends.
  const proposes =
    order.may.publish !== 'auth.forbidden' && orderRefusal(order.state, 'propose_retirement') === undefined
  return (
    <section className="order__section order__actions" aria-labelledby="order-actions">
      <h2 id="order-actions">{t('act.title')}</h2>
      {claims && <ClaimActions order={order} />}
      {acts.publish !== undefined && <DraftActions order={order} reason={acts.publish.reason} />}
      {acts.second !== undefined && <Second order={order} reason={acts.second.reason} />}
      {acts.rate !== undefined && (
        <ActionButton block icon="star" action={act(() => open('rate'))} disabledReason={acts.rate.reason}>
          {t(order.myRating === null ? 'act.rate' : 'act.changeRating')}
        </ActionButton>
      )}
      {callers.length > 0 && (
        <ActionButton block icon="phone" action={act(() => open('telephone'))}>
          {t('ratings:telephone.action')}
        </ActionButton>
      )}
      {order.may.unpublish === null && <Unpublish order={order} />}
      {order.may.edit && (
        <ButtonLink to="/desk/orders/$id/edit" params={{ id: order.id }} icon="note">
          {t('act.edit')}
        </ButtonLink>
      )}
      {proposes && (
        <ButtonLink to="/retirements/new" search={{ orderId: order.id }} icon="archive">
          {t('retirements:new.title')}
        </ButtonLink>
      )}
    </section>
  )
}

function Unpublish({ order }: { order: OrderView }) {
  const { t } = useTranslation('orders')
  return (
    <ConfirmAction
      block
      icon="back"
      action={useUnpublish(order.id)}
      question={t('unpublish.question', { title: order.title })}
      consequence={t('unpublish.consequence')}
      confirmLabel={t('unpublish.action')}
    >
      {t('unpublish.action')}
    </ConfirmAction>
  )
}

function Second({ order, reason }: { order: OrderView; reason: string | undefined }) {
  const { t } = useTranslation('orders')
  const second = useMutation(orderMutations.second(order.id))
  return (
    <ActionButton block icon="plus" action={second} disabledReason={reason}>
      {order.seconds === 0 ? t('act.secondFirst') : t('act.second', { count: order.seconds })}
    </ActionButton>
  )
}
