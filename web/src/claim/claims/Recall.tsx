import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OrderClaimView } from '@dj/shared/build/order/order.schema.ts'
import { act, ActionButton } from '../../platform/ui/button/ActionButton.tsx'
import { notify } from '../../platform/ui/state/notices.ts'
import { claimMutations } from './claim.mutations.ts'
import { ReasonDialog } from './sheets/ReasonDialog.tsx'

/** The order's desk gives a place back for somebody whose account is suspended or closed. */
export function Recall({ claim }: { claim: OrderClaimView }) {
  const { t } = useTranslation('claims')
  const recall = useMutation(claimMutations.recall(claim.id))
  const [asking, setAsking] = useState(false)
  const who = claim.claimant
  return (
    <>
      <p className="quiet">{t('recall.why', { who })}</p>
      <div>
        <ActionButton icon="back" action={act(() => setAsking(true))} label={t('recall.label', { who })}>
          {t('recall.action')}
        </ActionButton>
      </div>
      <ReasonDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t('recall.title', { who })}
        consequence={t('recall.consequence')}
        confirmLabel={t('recall.action')}
        submit={async (reason) => {
          await recall.mutateAsync({ reason })
          notify(t('recall.done'))
        }}
      />
    </>
  )
}
