import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { ClaimView, Participate } from '@dj/shared/claim/claim/claim.schema.ts'
import { useMe } from '../../county/session/session.queries.ts'
import { ActionButton } from '../../platform/ui/button/ActionButton.tsx'
import { notify } from '../../platform/ui/state/notices.ts'
import { claimMutations } from './claim.mutations.ts'

/** For whoever was listed: nobody takes part without having said so. */
export function Participation({ claim }: { claim: ClaimView }) {
  const { t } = useTranslation('claims')
  const me = useMe()
  const answering = useMutation(claimMutations.participate(claim.id))
  const listed = claim.participants.find(({ personId }) => personId === me.person.id)
  if (listed?.state !== 'listed' || claim.endedAt !== null) return null
  const answer = (said: Participate['answer']) => ({
    mutate: () => answering.mutate({ answer: said }, { onSuccess: () => notify(t(`participate.${said}.done`)) }),
    isPending: answering.isPending && answering.variables.answer === said,
    error: answering.variables?.answer === said ? answering.error : null,
  })
  return (
    <div className="row">
      <ActionButton kind="primary" icon="check" action={answer('confirm')}>
        {t('participate.confirm')}
      </ActionButton>
      <ActionButton action={answer('decline')}>{t('participate.decline')}</ActionButton>
    </div>
  )
}
