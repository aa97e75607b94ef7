import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { OrderView } from '@dj/shared/build/order/order.schema.ts'
import { useLanguage } from '../../../platform/i18n/language.ts'
import { act, ActionButton } from '../../../platform/ui/button/ActionButton.tsx'
import { formatDate } from '../../../platform/ui/time/dates.ts'
import { Dialog } from '../../../platform/ui/button/Dialog.tsx'
import { claimMutations } from '../claim.mutations.ts'
import { dueIfTakenNow, Expectations } from './Expectations.tsx'
import { useTellTaken } from '../undo-claim.ts'

interface Props {
  readonly order: OrderView
  readonly open: boolean
  readonly onClose: () => void
}

/** One tap more before a claim: what will be expected of me, and by when. */
export function ClaimSheet({ order, open, onClose }: Props) {
  const { t } = useTranslation(['claims', 'shell'])
  const language = useLanguage()
  const tellTaken = useTellTaken()
  const take = useMutation(claimMutations.take(order.id))
  const confirm = () =>
    take.mutate(
      {},
      {
        onSuccess: (claim) => {
          onClose()
          const by = formatDate(dueIfTakenNow(order), language)
          tellTaken(claim.id, t(claim.state === 'requested' ? 'take.requested' : 'take.done', { by }))
        },
      },
    )
  return (
    <Dialog
      open={open}
      title={t('take.title', { title: order.title })}
      onClose={onClose}
      actions={
        <>
          <ActionButton action={act(onClose)}>{t('take.notNow')}</ActionButton>
          <ActionButton kind="primary" icon="hand" action={{ ...take, mutate: confirm }}>
            {t('take.confirm')}
          </ActionButton>
        </>
      }
    >
      <Expectations order={order} />
    </Dialog>
  )
}
