import { useTranslation } from 'react-i18next'
import type { DecideAppeal } from '@dj/shared/follow/appeal/appeal.schema.ts'
import { Effect, Verdict } from '@dj/shared/exit/verdict.ts'
import { Select } from '../../platform/form/controls.tsx'
import { Field } from '../../platform/form/Field.tsx'
import type { useDraft } from '../../platform/form/use-draft.ts'
import { dimensions, grades } from '../ratings/grades.ts'
import { Icon } from '../../platform/ui/mark/Icon.tsx'
import type { Decision } from './decision.ts'

interface Props {
  readonly draft: ReturnType<typeof useDraft<Decision, typeof DecideAppeal>>
}

/** What the finding should have said. */
export function FindingChange({ draft }: Props) {
  const { t } = useTranslation(['appeals', 'inspections'])
  return (
    <>
      <Field draft={draft} name="effect" label={t('decide.effect')}>
        {(control) => (
          <Select
            {...control}
            value={draft.values.effect}
            onValue={(value) => draft.set('effect', value, 'verdict')}
            empty={t('decide.same')}
            options={Effect.options.map((value) => ({ value, label: t(`inspections:effect.${value}`) }))}
          />
        )}
      </Field>
      <Field draft={draft} name="verdict" label={t('decide.verdict')}>
        {(control) => (
          <Select
            {...control}
            value={draft.values.verdict}
            onValue={(value) => draft.set('verdict', value)}
            empty={t('decide.same')}
            options={Verdict.options.map((value) => ({ value, label: t(`inspections:verdict.${value}`) }))}
          />
        )}
      </Field>
    </>
  )
}

/** What the grades should have been; a refusal of all three stands below them. */
export function RatingChange({ draft }: Props) {
  const { t } = useTranslation(['appeals', 'ratings'])
  const fault = draft.faults.get('grades')
  return (
    <fieldset className="choices appeal__grades" tabIndex={-1} aria-invalid={fault !== undefined || undefined}>
      <legend className="sr-only">{t('decide.grades')}</legend>
      {dimensions.map((name) => (
        <Field key={name} draft={draft} name={name} label={t(`decide.grade.${name}`)}>
          {(control) => (
            <Select
              {...control}
              value={draft.values[name]}
              onValue={(value) => draft.set(name, value, 'grades')}
              empty={t('decide.same')}
              options={grades.map((grade) => ({ value: String(grade), label: t(`ratings:grade.${grade}`) }))}
            />
          )}
        </Field>
      ))}
      {fault !== undefined && (
        <div className="field__error">
          <Icon name="alert" size={16} />
          {fault}
        </div>
      )}
    </fieldset>
  )
}
