import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { type AppealView, DecideAppeal } from '@dj/shared/follow/appeal/appeal.schema.ts'
import { ChoiceField } from '../../platform/form/ChoiceField.tsx'
import { TextArea } from '../../platform/form/controls.tsx'
import { Field } from '../../platform/form/Field.tsx'
import { SubmitButton } from '../../platform/form/SubmitButton.tsx'
import { forgetDraft, keptDraft, useKeepDraft } from '../../platform/form/kept-draft.ts'
import { useDraft } from '../../platform/form/use-draft.ts'
import { notify } from '../../platform/ui/state/notices.ts'
import { appealMutations } from './appeal.queries.ts'
import { type Decision, emptyDecision, offers, toDecision } from './decision.ts'
import { FindingChange, RatingChange } from './NewValue.tsx'

/** 裁定: keep it, or say what it should have been, with what follows and a reason. */
export function DecideForm({ appeal }: { appeal: AppealView }) {
  const { t } = useTranslation('appeals')
  const draft = useDecision(appeal)
  const { decision, reason } = draft.values
  return (
    <form {...draft.props} className="stack appeal__decide">
      <ChoiceField
        draft={draft}
        name="decision"
        legend={t('decide.decision')}
        value={decision}
        onValue={(value) => draft.set('decision', value)}
        options={offers[appeal.subject].map((value) => ({
          value,
          label: t(`decide.${value}`),
          hint: t(`decide.${value}.hint`),
        }))}
      />
      {decision === 'change' && <FindingChange draft={draft} />}
      {decision === 'grades' && <RatingChange draft={draft} />}
      <Field draft={draft} name="reason" label={t('decide.reason')}>
        {(control) => <TextArea {...control} rows={3} value={reason} onValue={(value) => draft.set('reason', value)} />}
      </Field>
      <SubmitButton draft={draft}>{t('decide.submit')}</SubmitButton>
    </form>
  )
}

function useDecision(appeal: AppealView) {
  const { t } = useTranslation('appeals')
  const kept = `decide.${appeal.id}`
  const decide = useMutation(appealMutations.decide(appeal.id))
  const draft = useDraft({
    schema: DecideAppeal,
    initial: keptDraft<Decision>(kept, emptyDecision),
    toInput: (values) => toDecision(values, appeal.before),
    submit: async (input) => {
      await decide.mutateAsync(input)
      forgetDraft(kept)
      notify(t('decide.done'))
    },
  })
  useKeepDraft(kept, draft.values)
  return draft
}
