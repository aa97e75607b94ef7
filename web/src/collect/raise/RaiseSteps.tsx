import type { NeedReceipt } from '@dj/shared/collect/need/need.schema.ts'
import { CheckStep } from './CheckStep.tsx'
import type { Raise } from './raise.ts'
import { stepOf } from './steps.tsx'
import './raise.css'

interface Props {
  readonly raise: Raise
  readonly onRaised: (receipt: NeedReceipt) => void
}

/** The one form with which a need is raised, one thing at a time: of strangers and of whoever is signed in. */
export function RaiseSteps({ raise, onRaised }: Props) {
  const name = raise.steps[raise.step - 1]
  if (name === undefined) return <CheckStep raise={raise} onRaised={onRaised} />
  const Step = stepOf[name]
  return <Step key={name} raise={raise} />
}
