import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { roundRefusal } from '@dj/shared/follow/round/round.rules.ts'
import type { RoundView, TargetView } from '@dj/shared/follow/round/round.schema.ts'
import { explain } from '../../../platform/api/problem.ts'
import { ReasonDialog } from '../../../claim/claims/sheets/ReasonDialog.tsx'
import { mayDo } from '../../../county/session/me.ts'
import { useMe } from '../../../county/session/session.queries.ts'
import { act, ActionButton } from '../../../platform/ui/button/ActionButton.tsx'
import { ConfirmAction } from '../../../platform/ui/button/ConfirmAction.tsx'
import { roundMutations } from '../rounds.queries.ts'

interface Props {
  readonly round: RoundView
  readonly target: TargetView
}

/** 免检 by two: one asks with a reason, another decides. */
export function TargetExcuse({ round, target }: Props) {
  const { t } = useTranslation('rounds')
  const me = useMe()
  const { excuse, state } = target
  const may = mayDo(me, 'round.excuse') && roundRefusal(round.state, 'excuse') === undefined
  if (excuse === null && !(may && state === 'waiting')) return null
  return (
    <>
      {excuse !== null && <span>{t('excuse.words', { reason: excuse.reason, who: excuse.askedBy })}</span>}
      {excuse?.decidedBy != null && <span className="quiet">{t('excuse.decided', { who: excuse.decidedBy })}</span>}
      {may && state === 'waiting' && <Ask round={round} target={target} />}
      {may && state === 'excuse_asked' && <Decide round={round} target={target} />}
    </>
  )
}

function Ask({ round, target }: Props) {
  const { t } = useTranslation('rounds')
  const [open, setOpen] = useState(false)
  const ask = useMutation(roundMutations.askExcuse(round.id, target.orderId))
  return (
    <>
      <ActionButton action={act(() => setOpen(true))} label={t('excuse.askFor', { title: target.title })}>
        {t('excuse.ask')}
      </ActionButton>
      <ReasonDialog
        open={open}
        onClose={() => setOpen(false)}
        title={t('excuse.askFor', { title: target.title })}
        consequence={t('excuse.consequence')}
        confirmLabel={t('excuse.ask')}
        submit={(reason) => ask.mutateAsync({ reason })}
      />
    </>
  )
}

function Decide({ round, target }: Props) {
  const { t } = useTranslation('rounds')
  const me = useMe()
  const decide = useMutation(roundMutations.decideExcuse(round.id, target.orderId))
  const own = target.excuse?.askedBy === me.person.alias
  return (
    <span className="row">
      <ConfirmAction
        action={{ ...decide, mutate: () => decide.mutate({ decision: 'excuse' }) }}
        disabledReason={own ? explain('target.second_person_needed') : undefined}
        reasonAs="tip"
        question={t('excuse.agreeFor', { title: target.title })}
        consequence={t('excuse.agreeConsequence')}
        confirmLabel={t('excuse.agree')}
      >
        {t('excuse.agree')}
      </ConfirmAction>
      {!own && (
        <ConfirmAction
          action={{ ...decide, mutate: () => decide.mutate({ decision: 'refuse' }) }}
          question={t('excuse.refuseFor', { title: target.title })}
          consequence={t('excuse.refuseConsequence')}
          confirmLabel={t('excuse.refuse')}
        >
          {t('excuse.refuse')}
        </ConfirmAction>
      )}
    </span>
  )
}
