import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DecideReopening, ReopeningView } from '@dj/shared/follow/reopening/reopening.schema.ts'
import { isProblemCode } from '@dj/shared/problem.ts'
import { ReasonDialog } from '../../claim/claims/sheets/ReasonDialog.tsx'
import { explain } from '../../platform/api/problem.ts'
import { act, ActionButton } from '../../platform/ui/button/ActionButton.tsx'
import { notify } from '../../platform/ui/state/notices.ts'
import { reopeningMutations } from './reopening.queries.ts'

type Decision = DecideReopening['decision']

/** Open it again to be put right or to leave, or let the completion stand; for a second person at the right level. */
export function ReopeningActs({ reopening }: { reopening: ReopeningView }) {
  const { t } = useTranslation('reopenings')
  const [deciding, setDeciding] = useState<Decision>()
  const decide = useMutation(reopeningMutations.decide(reopening.id))
  if (reopening.may.decide === 'auth.forbidden') return null
  const why = whyNot(reopening.may.decide)
  const asked: readonly Decision[] = reopening.asked === 'retire' ? ['retire', 'rectify'] : ['rectify']
  const chosen = deciding ?? 'keep'
  return (
    <>
      <div className="row">
        {asked.map((decision, i) => (
          <ActionButton
            key={decision}
            {...(i === 0 ? { kind: 'primary' } : {})}
            action={act(() => setDeciding(decision))}
            disabledReason={why}
          >
            {t(`decide.${decision}`)}
          </ActionButton>
        ))}
        {why === undefined && <ActionButton action={act(() => setDeciding('keep'))}>{t('decide.keep')}</ActionButton>}
      </div>
      <ReasonDialog
        open={deciding !== undefined}
        onClose={() => setDeciding(undefined)}
        title={t(`decide.${chosen}.title`, { title: reopening.order.title })}
        consequence={t(`decide.${chosen}.consequence`)}
        confirmLabel={t(`decide.${chosen}`)}
        submit={async (reason) => {
          await decide.mutateAsync({ decision: chosen, reason })
          notify(t(`decide.${chosen}.done`))
        }}
      />
    </>
  )
}

/** The api says a refusal by its code; one this client does not know still refuses. */
const whyNot = (code: string | null) =>
  code === null ? undefined : explain(isProblemCode(code) ? code : 'auth.forbidden')
