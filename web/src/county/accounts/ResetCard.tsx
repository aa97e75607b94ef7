import { useTranslation } from 'react-i18next'
import type { AccountSlip, ResetView } from '@dj/shared/county/people/account.schema.ts'
import { isProblemCode } from '@dj/shared/problem.ts'
import { explain } from '../../platform/api/problem.ts'
import { ActionButton } from '../../platform/ui/button/ActionButton.tsx'
import { ConfirmAction } from '../../platform/ui/button/ConfirmAction.tsx'
import { ResetStory } from './ResetStory.tsx'
import { useAcknowledgeReset, useConfirmReset, useWithdrawReset } from './resets.queries.ts'

interface Props {
  readonly reset: ResetView
  readonly onIssued: (slip: AccountSlip) => void
}

/** One request for a new secret: who asked, why, how far it is, and what the reader may do. */
export function ResetCard({ reset, onIssued }: Props) {
  const { t } = useTranslation('accounts')
  const { alias, username } = reset.person
  return (
    <li className="reset">
      <header className="row">
        <h2>{alias}</h2>
        {username !== null && <span className="quiet">{username}</span>}
        <span className={`reset__state reset__state--${reset.state}`}>{t(`reset.state.${reset.state}`)}</span>
      </header>
      <ResetStory reset={reset} />
      <div className="row">
        {reset.state === 'asked' && <Confirm reset={reset} onIssued={onIssued} />}
        {reset.mayWithdraw && <Withdraw reset={reset} />}
        {reset.toAcknowledge && <Acknowledge id={reset.id} />}
      </div>
    </li>
  )
}

function Confirm({ reset: { id, person, mayConfirm }, onIssued }: Props) {
  const { t } = useTranslation('accounts')
  const confirming = useConfirmReset(id)
  const refusal = mayConfirm !== null && isProblemCode(mayConfirm) ? explain(mayConfirm) : undefined
  const confirm = () => confirming.mutate(undefined, { onSuccess: ({ slip }) => slip && onIssued(slip) })
  return (
    <ConfirmAction
      action={{ ...confirming, mutate: confirm }}
      icon="key"
      disabledReason={refusal}
      question={t('reset.confirm.question', { who: person.alias })}
      consequence={t('reset.confirm.consequence')}
      confirmLabel={t('reset.confirm')}
    >
      {t('reset.confirm')}
    </ConfirmAction>
  )
}

function Withdraw({ reset: { id, person } }: { reset: ResetView }) {
  const { t } = useTranslation('accounts')
  return (
    <ConfirmAction
      action={useWithdrawReset(id)}
      question={t('reset.withdraw.question', { who: person.alias })}
      consequence={t('reset.withdraw.consequence')}
      confirmLabel={t('reset.withdraw')}
    >
      {t('reset.withdraw')}
    </ConfirmAction>
  )
}

export function Acknowledge({ id }: { id: string }) {
  const { t } = useTranslation('accounts')
  return (
    <ActionButton action={useAcknowledgeReset(id)} icon="check">
      {t('reset.acknowledge')}
    </ActionButton>
  )
}
