import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { claimActionRefusal } from '@dj/shared/claim/claim/claim.rules.ts'
import type { OrderClaimView, OrderView } from '@dj/shared/build/order/order.schema.ts'
import { explain } from '../../platform/api/problem.ts'
import { act, ActionButton } from '../../platform/ui/button/ActionButton.tsx'
import { notify } from '../../platform/ui/state/notices.ts'
import { useLanguage } from '../../platform/i18n/language.ts'
import { formatDate } from '../../platform/ui/time/dates.ts'
import { dueIfTakenNow } from './sheets/Expectations.tsx'
import { ReasonDialog } from './sheets/ReasonDialog.tsx'
import { claimMutations } from './claim.mutations.ts'

/** Two-way choice: the owner accepts those who asked, or declines with a reason. [003 双向自主选择] */
export function DecidePanel({ order }: { order: OrderView }) {
  const { t } = useTranslation('claims')
  const due = formatDate(dueIfTakenNow(order), useLanguage())
  const asking = order.claims.filter(({ state }) => state === 'requested')
  return (
    <section className="panel" aria-labelledby="order-decide">
      <h2 id="order-decide">{t('decide.title', { count: asking.length })}</h2>
      <p className="prose">{t('decide.before', { due })}</p>
      <ul className="holders">
        {asking.map((claim) => (
          <Asking key={claim.id} claim={claim} />
        ))}
      </ul>
    </section>
  )
}

function Asking({ claim }: { claim: OrderClaimView }) {
  const { t } = useTranslation(['claims', 'domain'])
  const who = claim.claimant
  const decide = useMutation(claimMutations.decide(claim.id))
  const accept = () => decide.mutate({ decision: 'accept' }, { onSuccess: () => notify(t('decide.accepted', { who })) })
  return (
    <li className="holder">
      <div className="holder__who">
        <strong>{who}</strong>
        <span className="quiet">{t(`domain:claimantKind.${claim.claimantKind}`)}</span>
      </div>
      <div className="row">
        <ActionButton
          kind="primary"
          icon="check"
          action={{ ...decide, mutate: accept }}
          label={t('decide.accept.label', { who })}
          disabledReason={explain(claimActionRefusal(claim.state, 'accept'))}
        >
          {t('decide.accept')}
        </ActionButton>
        <Decline claim={claim} />
      </div>
    </li>
  )
}

function Decline({ claim }: { claim: OrderClaimView }) {
  const { t } = useTranslation('claims')
  const who = claim.claimant
  const decide = useMutation(claimMutations.decide(claim.id))
  const [asking, setAsking] = useState(false)
  return (
    <>
      <ActionButton
        action={act(() => setAsking(true))}
        label={t('decide.decline.label', { who })}
        disabledReason={explain(claimActionRefusal(claim.state, 'decline'))}
      >
        {t('decide.decline')}
      </ActionButton>
      <ReasonDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t('decide.declineTitle', { who })}
        consequence={t('decide.consequence')}
        optional
        confirmLabel={t('decide.decline')}
        submit={async (reason) => {
          await decide.mutateAsync({ decision: 'decline', ...(reason !== '' && { reason }) })
          notify(t('decide.declined', { who }))
        }}
      />
    </>
  )
}
