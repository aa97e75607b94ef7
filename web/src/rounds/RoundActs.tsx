import { useMutation, type UseMutationResult } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RoundView } from '@dj/shared/round/round.schema.ts'
import { act, ActionButton } from '../ui/ActionButton.tsx'
import { ConfirmAction } from '../ui/ConfirmAction.tsx'
import { RoundDialogs } from './RoundDialogs.tsx'
import { roundMutations } from './rounds.queries.ts'

export type Next = RoundView['next'][number]

/** The next thing to do as the one red button; what else is possible below it. */
export function RoundActs({ round }: { round: RoundView }) {
  const { t } = useTranslation(['rounds', 'orders'])
  const [doing, setDoing] = useState<Next>()
  const [first, ...others] = round.next.filter((next) => next !== 'abort')
  const offer = (next: Next, kind: 'primary' | 'default' | 'danger') => (
    <Offer key={next} round={round} next={next} kind={kind} onOpen={() => setDoing(next)} />
  )
  return (
    <section className="order__section order__actions" aria-labelledby="round-acts">
      <h2 id="round-acts">{t('orders:act.title')}</h2>
      {first === undefined ? <p className="quiet">{t(`waiting.${round.state}`)}</p> : offer(first, 'primary')}
      {others.map((next) => offer(next, 'default'))}
      {round.next.includes('abort') && offer('abort', 'danger')}
      <RoundDialogs round={round} doing={doing} onClose={() => setDoing(undefined)} />
    </section>
  )
}

interface OfferProps {
  readonly round: RoundView
  readonly next: Next
  readonly kind: 'primary' | 'default' | 'danger'
  readonly onOpen: () => void
}

function Offer({ round, next, kind, onOpen }: OfferProps) {
  const { t } = useTranslation('rounds')
  const plain = usePlainActs(round.id)
  if (next !== 'freeze' && next !== 'draw' && next !== 'close' && next !== 'confirm_close')
    return (
      <ActionButton block kind={kind} action={act(onOpen)}>
        {t(`act.${next}`)}
      </ActionButton>
    )
  return (
    <ConfirmAction
      block
      kind={kind}
      action={plain[next]}
      question={t(`act.${next}.question`)}
      consequence={t(`act.${next}.consequence`)}
      confirmLabel={t(`act.${next}`)}
    >
      {t(`act.${next}`)}
    </ConfirmAction>
  )
}

/** The acts that need no words. */
function usePlainActs(id: string) {
  const plain = <T, E>(mutation: UseMutationResult<T, E, void>) => ({ ...mutation, mutate: () => mutation.mutate() })
  return {
    freeze: plain(useMutation(roundMutations.freeze(id))),
    draw: plain(useMutation(roundMutations.draw(id))),
    close: plain(useMutation(roundMutations.close(id))),
    confirm_close: plain(useMutation(roundMutations.confirmClose(id))),
  }
}
