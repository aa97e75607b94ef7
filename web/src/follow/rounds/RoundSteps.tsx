import { useTranslation } from 'react-i18next'
import type { RoundView } from '@dj/shared/follow/round/round.schema.ts'
import { Icon } from '../../platform/ui/mark/Icon.tsx'

const steps = ['plan', 'commit', 'freeze', 'reveal', 'value', 'draw', 'assign', 'inspect', 'close'] as const

/** The road of a round: what is done carries a tick, where it stands is said. */
export function RoundSteps({ round }: { round: RoundView }) {
  const { t } = useTranslation('rounds')
  const done = doneIn(round)
  const now = round.state === 'aborted' ? undefined : steps.find((step) => !done[step])
  return (
    <ol className="round-steps" aria-label={t('steps')}>
      {steps.map((step) => (
        <li key={step} data-done={done[step]} aria-current={step === now ? 'step' : undefined}>
          {done[step] ? <Icon name="check" size={16} label={t('step.done')} /> : <span aria-hidden="true">○</span>}
          {t(`step.${step}`)}
        </li>
      ))}
    </ol>
  )
}

function doneIn(round: RoundView): Record<(typeof steps)[number], boolean> {
  const { state, seeds } = round
  const over = state === 'closed'
  return {
    plan: true,
    commit: seeds.every(({ commitment }) => commitment !== null),
    freeze: round.frozenAt !== null,
    reveal:
      round.drawnAt !== null ||
      seeds.every(({ revealedAt, fallbackReason }) => revealedAt !== null || fallbackReason !== null),
    value: round.publicValue !== null,
    draw: round.drawnAt !== null,
    assign: state === 'running' || state === 'closing' || over,
    inspect: state === 'closing' || over,
    close: over,
  }
}
