import { useMutation, type UseMutationResult } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isProblemCode } from '@dj/shared/problem.ts'
import type { BlockedAct, RoundAct } from '@dj/shared/follow/round/round-progress.schema.ts'
import type { RoundView } from '@dj/shared/follow/round/round.schema.ts'
import { explain } from '../../platform/api/problem.ts'
import { act, ActionButton } from '../../platform/ui/button/ActionButton.tsx'
import { ConfirmAction } from '../../platform/ui/button/ConfirmAction.tsx'
import { BulletinAct } from './BulletinAct.tsx'
import { RoundDialogs } from './RoundDialogs.tsx'
import { roundMutations } from './rounds.queries.ts'
import { useQuarter } from '../../platform/ui/time/use-quarter.ts'

/** The next thing to do as the one red button; below it what else is possible, and what still waits for something. */
export function RoundActs({ round }: { round: RoundView }) {
  const { t } = useTranslation(['rounds', 'orders'])
  const [doing, setDoing] = useState<RoundAct>()
  const [first, ...others] = round.next.filter((next) => next !== 'abort')
  const offer = (next: RoundAct, kind: Kind, why?: string) => (
    <Offer key={next} round={round} next={next} kind={kind} why={why} onOpen={() => setDoing(next)} />
  )
  const isIdle = first === undefined && round.blocked.length === 0
  return (
    <section className="order__section order__actions round-acts" aria-labelledby="round-acts">
      <h2 id="round-acts">{t('orders:act.title')}</h2>
      {isIdle && <p className="quiet">{t(`waiting.${round.state}`)}</p>}
      {first !== undefined && offer(first, 'primary')}
      {others.map((next) => offer(next, 'default'))}
      {round.blocked
        .toSorted(exceptionLast)
        .map(({ act: next, code }) => offer(next, 'default', isProblemCode(code) ? explain(code) : code))}
      <BulletinAct round={round} />
      {round.next.includes('abort') && offer('abort', 'danger')}
      <RoundDialogs round={round} doing={doing} onClose={() => setDoing(undefined)} />
    </section>
  )
}

// A seed withheld is the exception: what comes in any case stands above it.
const exceptionLast = (one: BlockedAct, other: BlockedAct) =>
  Number(one.act === 'fall_back') - Number(other.act === 'fall_back')

type Kind = 'primary' | 'default' | 'danger'

interface OfferProps {
  readonly round: RoundView
  readonly next: RoundAct
  readonly kind: Kind
  /** Why it is not possible yet. */
  readonly why: string | undefined
  readonly onOpen: () => void
}

function Offer({ round, next, kind, why, onOpen }: OfferProps) {
  const { t } = useTranslation('rounds')
  const quarter = useQuarter()
  const plain = usePlainActs(round.id)
  const button = { block: true, kind, disabledReason: why }
  if (next !== 'freeze' && next !== 'draw' && next !== 'assign' && next !== 'close' && next !== 'confirm_close')
    return (
      <ActionButton {...button} action={act(onOpen)}>
        {t(`act.${next}`)}
      </ActionButton>
    )
  return (
    <ConfirmAction
      {...button}
      action={plain[next]}
      question={t(`act.${next}.question`, { quarter: quarter(round.quarter) })}
      consequence={<Consequence round={round} next={next} />}
      confirmLabel={t(`act.${next}`)}
    >
      {t(`act.${next}`)}
    </ConfirmAction>
  )
}

function Consequence({
  round,
  next,
}: {
  round: RoundView
  next: 'freeze' | 'draw' | 'assign' | 'close' | 'confirm_close'
}) {
  const { t } = useTranslation('rounds')
  const left = round.counts.waiting ?? 0
  const isClosing = next === 'close' || next === 'confirm_close'
  return (
    <>
      <p>{t(`act.${next}.consequence`)}</p>
      {isClosing && left > 0 && <p>{t('act.close.left', { count: left })}</p>}
    </>
  )
}

/** The acts that need no words. */
function usePlainActs(id: string) {
  const plain = <T, E>(mutation: UseMutationResult<T, E, void>) => ({ ...mutation, mutate: () => mutation.mutate() })
  return {
    freeze: plain(useMutation(roundMutations.freeze(id))),
    draw: plain(useMutation(roundMutations.draw(id))),
    assign: plain(useMutation(roundMutations.assign(id))),
    close: plain(useMutation(roundMutations.close(id))),
    confirm_close: plain(useMutation(roundMutations.confirmClose(id))),
  }
}
