import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OrderView } from '@dj/shared/build/order/order.schema.ts'
import { ReasonDialog } from '../../claim/claims/sheets/ReasonDialog.tsx'
import { act, ActionButton } from '../../platform/ui/button/ActionButton.tsx'
import { notify } from '../../platform/ui/state/notices.ts'
import { PublishAction } from '../../build/orders/PublishAction.tsx'
import { orderMutations } from '../../build/orders/order.mutations.ts'

interface Props {
  readonly order: OrderView
  /** Why I may not publish it. */
  readonly reason: string | undefined
}

/** A draft is published, by a second person where the tier asks for one, or discarded. */
export function DraftActions({ order, reason }: Props) {
  return (
    <>
      <PublishAction order={order} block kind="primary" disabledReason={reason} />
      {order.may.discard && <Discard order={order} />}
    </>
  )
}

function Discard({ order }: { order: OrderView }) {
  const { t } = useTranslation('orders')
  const discard = useMutation(orderMutations.discard(order.id))
  const [asking, setAsking] = useState(false)
  return (
    <>
      <ActionButton block kind="danger" icon="close" action={act(() => setAsking(true))}>
        {t('act.discard')}
      </ActionButton>
      <ReasonDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t('discard.question', { title: order.title })}
        consequence={t('discard.consequence', { count: order.needs.length })}
        optional
        confirmLabel={t('act.discard')}
        submit={async (why) => {
          await discard.mutateAsync(why)
          notify(t('discard.done'))
        }}
      />
    </>
  )
}
