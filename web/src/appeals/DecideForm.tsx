import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { type AppealView, DecideAppeal } from '@dj/shared/appeal/appeal.schema.ts'
import { Effect, Verdict } from '@dj/shared/finding/finding.schema.ts'
import { ChoiceField } from '../form/ChoiceField.tsx'
import { Checkbox, Select, TextArea } from '../form/controls.tsx'
import { Field } from '../form/Field.tsx'
import { SubmitButton } from '../form/SubmitButton.tsx'
import { useDraft } from '../form/use-draft.ts'
import { notify } from '../ui/notices.ts'
import { appealMutations } from './appeal.queries.ts'

const empty = { decision: '', effect: '', verdict: '', excluded: false, reason: '' }

/** 裁定: keep or change, with what follows and a reason. */
export function DecideForm({ appeal }: { appeal: AppealView }) {
  const { t } = useTranslation('appeals')
  const decide = useMutation(appealMutations.decide(appeal.id))
  const draft = useDraft({
    schema: DecideAppeal,
    initial: empty,
    toInput: (values) => inputOf(values, appeal.subject),
    submit: async (input) => {
      await decide.mutateAsync(input)
      notify(t('decide.done'))
    },
  })
  return (
    <form {...draft.props} className="stack appeal__decide">
      <ChoiceField
        draft={draft}
        name="decision"
        legend={t('decide.decision')}
        value={draft.values.decision}
        onValue={(value) => draft.set('decision', value)}
        options={(['keep', 'change'] as const).map((value) => ({
          value,
          label: t(`decide.${value}`),
          hint: t(`decide.${value}.hint`),
        }))}
      />
      {draft.values.decision === 'change' && appeal.subject === 'finding' && <FindingChange draft={draft} />}
      {draft.values.decision === 'change' && appeal.subject === 'rating' && (
        <Checkbox checked={draft.values.excluded} onChecked={(on) => draft.set('excluded', on)}>
          {t('decide.excluded')}
        </Checkbox>
      )}
      <Field draft={draft} name="reason" label={t('decide.reason')}>
        {(control) => (
          <TextArea {...control} rows={3} value={draft.values.reason} onValue={(value) => draft.set('reason', value)} />
        )}
      </Field>
      <SubmitButton draft={draft}>{t('decide.submit')}</SubmitButton>
    </form>
  )
}

type Values = typeof empty

function inputOf({ decision, effect, verdict, excluded, reason }: Values, subject: AppealView['subject']) {
  const base = { decision: decision === '' ? undefined : decision, reason }
  if (decision !== 'change') return base
  if (subject === 'rating') return { ...base, ...(excluded && { excluded }) }
  return { ...base, ...(effect !== '' && { effect }), ...(verdict !== '' && { verdict }) }
}

function FindingChange({ draft }: { draft: ReturnType<typeof useDraft<Values, typeof DecideAppeal>> }) {
  const { t } = useTranslation(['appeals', 'inspections'])
  return (
    <>
      <Field draft={draft} name="effect" label={t('decide.effect')}>
        {(control) => (
          <Select
            {...control}
            value={draft.values.effect}
            onValue={(value) => draft.set('effect', value)}
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
