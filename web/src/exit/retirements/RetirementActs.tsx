import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RetirementView } from '@dj/shared/exit/retirement/retirement.schema.ts'
import { isProblemCode, type ProblemCode } from '@dj/shared/problem.ts'
import { explain } from '../../platform/api/problem.ts'
import { CalendarLink } from '../../county/calendar/CalendarLink.tsx'
import { ReasonDialog } from '../../claim/claims/sheets/ReasonDialog.tsx'
import { act, ActionButton } from '../../platform/ui/button/ActionButton.tsx'
import { ConfirmAction } from '../../platform/ui/button/ConfirmAction.tsx'
import { notify } from '../../platform/ui/state/notices.ts'
import { retirementMutations } from './retirement.queries.ts'

interface Props {
  readonly retirement: RetirementView
}

/** The api says a refusal by its code; one this client does not know still refuses. */
const codeOf = (code: string | null): ProblemCode | undefined =>
  code === null ? undefined : isProblemCode(code) ? code : 'auth.forbidden'

/** Decide, make final, take back: each with its reason where it is not possible now. */
export function RetirementActs({ retirement }: Props) {
  const { t } = useTranslation(['retirements', 'orders'])
  const { state, may } = retirement
  const act = state === 'proposed' ? may.decide : state === 'on_notice' ? may.finalise : 'auth.forbidden'
  const decides = act !== 'auth.forbidden'
  const withdraws = may.withdraw === null || may.withdraw === 'retirement.rebuilt'
  return (
    <section className="order__section order__actions" aria-labelledby="retirement-acts">
      <h2 id="retirement-acts">{t('orders:act.title')}</h2>
      {decides && state === 'proposed' && <Decide retirement={retirement} />}
      {decides && state === 'on_notice' && <Finalise retirement={retirement} />}
      {withdraws && <Withdraw retirement={retirement} />}
      {!decides && !withdraws && <p className="quiet">{t(noneOf(retirement))}</p>}
    </section>
  )
}

/** Whoever may not act here is told who does, and what they may do instead. */
const noneOf = ({ state, order, may }: RetirementView) => {
  if (state === 'on_notice' && may.object) return 'act.object' as const
  if (state === 'proposed' || state === 'on_notice') return order.tier === 'C' ? 'act.byTown' : 'act.byCounty'
  return 'act.none' as const
}

function Decide({ retirement }: Props) {
  const { t } = useTranslation('retirements')
  const [deciding, setDeciding] = useState<'approve' | 'refuse'>()
  const decide = useMutation(retirementMutations.decide(retirement.id))
  const why = explain(codeOf(retirement.may.decide))
  return (
    <>
      <ActionButton block kind="primary" action={act(() => setDeciding('approve'))} disabledReason={why}>
        {t('decide.approve')}
      </ActionButton>
      {why === undefined && (
        <ActionButton block action={act(() => setDeciding('refuse'))}>
          {t('decide.refuse')}
        </ActionButton>
      )}
      <ReasonDialog
        open={deciding !== undefined}
        onClose={() => setDeciding(undefined)}
        title={t(`decide.${deciding ?? 'approve'}.title`, { title: retirement.order.title })}
        consequence={t(`decide.${deciding ?? 'approve'}.consequence`)}
        confirmLabel={t(`decide.${deciding ?? 'approve'}`)}
        submit={async (reason) => {
          const decision = deciding ?? 'refuse'
          await decide.mutateAsync({ decision, reason })
          notify(t(`decide.${decision}.done`))
        }}
      />
    </>
  )
}

function Finalise({ retirement }: Props) {
  const { t } = useTranslation('retirements')
  const finalise = useMutation(retirementMutations.finalise(retirement.id))
  return (
    <>
      <ConfirmAction
        block
        kind="danger"
        action={{ ...finalise, mutate: () => finalise.mutate({}) }}
        disabledReason={explain(codeOf(retirement.may.finalise))}
        question={t('finalise.title', { title: retirement.order.title })}
        consequence={t('finalise.consequence')}
        confirmLabel={t('finalise.action')}
      >
        {t('finalise.action')}
      </ConfirmAction>
      {retirement.may.finalise === 'retirement.notice_waits' && <CalendarLink />}
    </>
  )
}

function Withdraw({ retirement }: Props) {
  const { t } = useTranslation('retirements')
  const [open, setOpen] = useState(false)
  const withdraw = useMutation(retirementMutations.withdraw(retirement.id))
  const words = retirement.state === 'final' ? 'undo' : 'withdraw'
  return (
    <>
      <ActionButton
        block
        icon="back"
        action={act(() => setOpen(true))}
        disabledReason={explain(codeOf(retirement.may.withdraw))}
      >
        {t(`${words}.action`)}
      </ActionButton>
      <ReasonDialog
        open={open}
        onClose={() => setOpen(false)}
        title={t(`${words}.title`, { title: retirement.order.title })}
        consequence={t(`${words}.consequence`)}
        confirmLabel={t(`${words}.action`)}
        submit={async (reason) => {
          await withdraw.mutateAsync({ reason })
          notify(t('withdraw.done'))
        }}
      />
    </>
  )
}
