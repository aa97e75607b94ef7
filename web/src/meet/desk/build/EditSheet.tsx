import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EditOrder, type OrderView } from '@dj/shared/build/order/order.schema.ts'
import { fixedOncePublished } from '@dj/shared/build/order/order.rules.ts'
import { SubmitButton } from '../../../platform/form/SubmitButton.tsx'
import { useDraft } from '../../../platform/form/use-draft.ts'
import { useChange } from '../../../collect/needs/needs.queries.ts'
import { orderQueries } from '../../../build/orders/orders.queries.ts'
import { act, ActionButton } from '../../../platform/ui/button/ActionButton.tsx'
import { Dialog } from '../../../platform/ui/button/Dialog.tsx'
import { ErrorState } from '../../../platform/ui/state/ErrorState.tsx'
import { notify } from '../../../platform/ui/state/notices.ts'
import { SkeletonPage } from '../../../platform/ui/state/Skeleton.tsx'
import { TierMark } from '../../../build/marks/TierMark.tsx'
import { isProblem } from '../../../platform/api/problem.ts'
import { editOrder } from '../desk.queries.ts'
import { DiscardButton, PublishButton } from './DraftCard.tsx'
import { changesBetween, draftFrom, type OrderDraft } from './order-draft.ts'
import { OrderFields } from './OrderFields.tsx'
import { StaleOrder } from './StaleOrder.tsx'
import { Words } from '../waiting/Words.tsx'

/** The same sheet for an order that exists. */
export function EditSheet({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation('desk')
  const order = useQuery(orderQueries.one(id))
  return (
    <Dialog open sheet title={t('edit.title')} onClose={onClose}>
      {order.isPending && <SkeletonPage />}
      {order.isError && <ErrorState error={order.error} onRetry={() => void order.refetch()} />}
      {order.isSuccess && <EditForm key={order.data.state} order={order.data} onClose={onClose} />}
    </Dialog>
  )
}

function EditForm({ order, onClose }: { order: OrderView; onClose: () => void }) {
  const { t } = useTranslation(['desk', 'shell'])
  const { draft, base, rebase } = useEditDraft(order, onClose)
  const stale = isProblem(draft.refusal) && draft.refusal.status === 412
  return (
    <form {...draft.props} className="stack stack--wide">
      {order.state === 'draft' && (
        <div className="row sheet__acts">
          <PublishButton order={order} unsaved={isTouched(base, draft.values)} />
          <DiscardButton order={order} onDone={onClose} />
        </div>
      )}
      {order.state !== 'draft' && (
        <p className="sheet__hint">{t('edit.published', { count: fixedOncePublished.length })}</p>
      )}
      <OrderFields draft={draft} needs={order.needs} owner={<Owner order={order} draft={draft} />} />
      {(stale || order.version > base.version) && (
        <StaleOrder draft={draft} base={base} onRebase={rebase} id={order.id} />
      )}
      <div className="dialog__foot sheet__foot">
        <ActionButton action={act(onClose)}>{t('shell:action.cancel')}</ActionButton>
        <SubmitButton draft={{ ...draft, refusal: stale ? null : draft.refusal }}>{t('edit.submit')}</SubmitButton>
      </div>
    </form>
  )
}

/** The base is the version the typing started from; only what differs from it is sent. */
function useEditDraft(order: OrderView, onClose: () => void) {
  const { t } = useTranslation('desk')
  const [base, setBase] = useState(order)
  const edit = useChange((change: EditOrder) => editOrder(order.id, base.version, change))
  const draft = useDraft({
    schema: EditOrder,
    initial: draftFrom(order),
    toInput: (values) => changesBetween(draftFrom(base), values),
    submit: async (change) => {
      if (Object.keys(change).length > 0) await edit.mutateAsync(change)
      notify(t('edit.done', { title: order.title }))
      onClose()
    },
  })
  return { draft, base, rebase: setBase }
}

const isTouched = (base: OrderView, values: OrderDraft) =>
  Object.keys(changesBetween(draftFrom(base), values)).length > 0

function Owner({ order, draft }: { order: OrderView; draft: ReturnType<typeof useEditDraft>['draft'] }) {
  const { t } = useTranslation('desk')
  return (
    <>
      <p className="sheet__tier">
        <TierMark tier={order.tier} />
        <span>{order.owner.name}</span>
        <span className="quiet">{t(`tier.${order.tier}`)}</span>
      </p>
      <Words draft={draft} name="tierReason" rows={2} hint={t('field.tierReason.hint')} />
    </>
  )
}
