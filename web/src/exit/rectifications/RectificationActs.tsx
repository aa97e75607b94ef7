import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RectificationView } from '@dj/shared/exit/rectification/rectification.schema.ts'
import { submitRefusal } from '@dj/shared/exit/rectification/rectification.rules.ts'
import { lastDayOf } from '@dj/shared/platform/time/deadline.ts'
import { explain } from '../../platform/api/problem.ts'
import { ReasonDialog } from '../../claim/claims/sheets/ReasonDialog.tsx'
import { useLanguage } from '../../platform/i18n/language.ts'
import { act, ActionButton } from '../../platform/ui/button/ActionButton.tsx'
import { ConfirmAction } from '../../platform/ui/button/ConfirmAction.tsx'
import { formatDate, toDate } from '../../platform/ui/time/dates.ts'
import { notify } from '../../platform/ui/state/notices.ts'
import { rectificationMutations } from './rectification.queries.ts'
import { ResponsibleDialog } from './ResponsibleDialog.tsx'

/** What whoever answers for it can do: name somebody, ask once for more time, submit; and who stands above them: call for it. */
export function RectificationActs({ notice }: { notice: RectificationView }) {
  const { t } = useTranslation(['rectifications', 'orders'])
  const { work, nudge } = notice.may
  const above = nudge === null || nudge === 'rectification.nudged_today'
  if (!work && !above)
    return (
      <section className="order__section" aria-labelledby="rectification-acts">
        <h2 id="rectification-acts">{t('orders:act.title')}</h2>
        <p className="quiet">{t(notice.may.reinspect ? 'act.reinspect' : 'act.none', { owner: notice.owner.name })}</p>
      </section>
    )
  return (
    <section className="order__section order__actions" aria-labelledby="rectification-acts">
      <h2 id="rectification-acts">{t('orders:act.title')}</h2>
      {work && <Submit notice={notice} />}
      {above && <Nudge notice={notice} />}
      {work && <Responsible notice={notice} />}
      {work && <Extend notice={notice} />}
    </section>
  )
}

function Submit({ notice }: { notice: RectificationView }) {
  const { t } = useTranslation('rectifications')
  const submit = useMutation(rectificationMutations.submit(notice.id))
  return (
    <ConfirmAction
      block
      kind="primary"
      icon="check"
      disabledReason={explain(submitRefusal(notice.state, notice.items))}
      action={{ ...submit, mutate: () => submit.mutate({}) }}
      question={t('submit.question', { number: notice.number })}
      consequence={t('submit.consequence')}
      confirmLabel={t('submit.action')}
    >
      {t('submit.action')}
    </ConfirmAction>
  )
}

/** Once a day: the refusal is the reason on the button. */
function Nudge({ notice }: { notice: RectificationView }) {
  const { t } = useTranslation('rectifications')
  const nudge = useMutation(rectificationMutations.nudge(notice.id))
  const press = () => nudge.mutate({}, { onSuccess: () => notify(t('nudge.done')) })
  const refusal = notice.may.nudge === null ? undefined : ('rectification.nudged_today' as const)
  return (
    <ActionButton block icon="clock" action={{ ...nudge, mutate: press }} disabledReason={explain(refusal)}>
      {t('nudge.action')}
    </ActionButton>
  )
}

function Responsible({ notice }: { notice: RectificationView }) {
  const { t } = useTranslation('rectifications')
  const [open, setOpen] = useState(false)
  return (
    <>
      <ActionButton block icon="person" action={act(() => setOpen(true))}>
        {t(notice.responsible === null ? 'responsible.action' : 'responsible.change')}
      </ActionButton>
      <ResponsibleDialog notice={notice} open={open} onClose={() => setOpen(false)} />
    </>
  )
}

function Extend({ notice }: { notice: RectificationView }) {
  const { t } = useTranslation('rectifications')
  const language = useLanguage()
  const [open, setOpen] = useState(false)
  const extend = useMutation(rectificationMutations.extend(notice.id))
  const refusal = notice.extended
    ? 'rectification.extended_before'
    : notice.may.extend
      ? undefined
      : 'rectification.not_open'
  return (
    <>
      <ActionButton block icon="calendar" action={act(() => setOpen(true))} disabledReason={explain(refusal)}>
        {t('extend.action')}
      </ActionButton>
      <ReasonDialog
        open={open}
        onClose={() => setOpen(false)}
        title={t('extend.title', { number: notice.number })}
        consequence={t('extend.consequence')}
        confirmLabel={t('extend.action')}
        submit={async (reason) => {
          const { deadlineAt } = await extend.mutateAsync({ reason })
          const at = deadlineAt === null ? null : formatDate(lastDayOf(toDate(deadlineAt)), language)
          notify(at === null ? t('extend.waits') : t('extend.done', { at }))
        }}
      />
    </>
  )
}
