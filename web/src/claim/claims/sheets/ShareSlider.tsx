import { useTranslation } from 'react-i18next'
import { Field } from '../../../platform/form/Field.tsx'
import type { Faults } from '../../../platform/form/use-draft.ts'

interface Props {
  readonly draft: { readonly id: string; readonly faults: Faults }
  /** What was reported before: the share never goes back. */
  readonly least: number
  readonly value: number
  readonly onValue: (share: number) => void
}

const steps = [25, 50, 75, 100] as const

/** How far: by a slider or in four steps. */
export function ShareSlider({ draft, least, value, onValue }: Props) {
  const { t } = useTranslation('claims')
  const label = t('share', { share: value })
  return (
    <div className="stack share-slider">
      <Field draft={draft} name="share" label={label} hint={least > 0 ? t('share.least', { least }) : undefined}>
        {(control) => (
          <input
            {...control}
            type="range"
            className="share-slider__range"
            min={0}
            max={100}
            step={5}
            value={value}
            aria-valuetext={label}
            onChange={({ target }) => onValue(Math.max(least, Number(target.value)))}
          />
        )}
      </Field>
      <Steps least={least} value={value} onValue={onValue} />
    </div>
  )
}

function Steps({ least, value, onValue }: Omit<Props, 'draft'>) {
  const { t } = useTranslation('claims')
  return (
    <div className="row">
      {steps
        .filter((step) => step >= least)
        .map((step) => (
          <button
            key={step}
            type="button"
            className="chip chip--filter"
            aria-pressed={value === step}
            onClick={() => onValue(step)}
          >
            {t('share.step', { share: step })}
          </button>
        ))}
    </div>
  )
}
