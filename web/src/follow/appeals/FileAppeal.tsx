import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type AppealSubject, FileAppeal as Filing } from '@dj/shared/follow/appeal/appeal.schema.ts'
import type { Tier } from '@dj/shared/county/organization/tier.ts'
import { TextArea } from '../../platform/form/controls.tsx'
import { Field } from '../../platform/form/Field.tsx'
import { forgetDraft, keptDraft, useKeepDraft } from '../../platform/form/kept-draft.ts'
import { SubmitButton } from '../../platform/form/SubmitButton.tsx'
import { useDraft } from '../../platform/form/use-draft.ts'
import { act, ActionButton } from '../../platform/ui/button/ActionButton.tsx'
import { Dialog } from '../../platform/ui/button/Dialog.tsx'
import { notify } from '../../platform/ui/state/notices.ts'
import { appealMutations } from './appeal.queries.ts'
import { useValueWords } from './use-value-words.ts'

interface Props {
  readonly subject: AppealSubject
  /** It decides who the third body is. */
  readonly tier: Tier
  readonly workingDays: number
}

/** 申诉: the reason, and what happens until it is decided. */
export function FileAppeal(props: Props) {
  const { t } = useTranslation('appeals')
  const [open, setOpen] = useState(false)
  return (
    <>
      <ActionButton action={act(() => setOpen(true))} icon="flag">
        {t('file.action')}
      </ActionButton>
      <Dialog open={open} onClose={() => setOpen(false)} title={t(`file.title.${props.subject.subject}`)}>
        <FilingForm {...props} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  )
}

function FilingForm({ subject: appealed, tier, workingDays, onDone }: Props & { readonly onDone: () => void }) {
  const { t } = useTranslation('appeals')
  const say = useValueWords()
  const { subject, subjectId } = appealed
  const kept = `appeal.${subjectId}`
  const file = useMutation(appealMutations.file())
  const draft = useDraft({
    schema: Filing,
    initial: keptDraft(kept, { reason: '' }),
    toInput: ({ reason }) => ({ subject, subjectId, reason }),
    submit: async (input) => {
      await file.mutateAsync(input)
      forgetDraft(kept)
      notify(t('file.done'))
      onDone()
    },
  })
  useKeepDraft(kept, draft.values)
  return (
    <form {...draft.props} className="stack">
      <p>
        {t('file.against')} {say(appealed.value)}
      </p>
      <p className="quiet">{t('file.consequence', { third: t(`file.third.${tier}`), count: workingDays })}</p>
      <Field draft={draft} name="reason" label={t('file.reason')} hint={t('file.reason.hint')}>
        {(control) => (
          <TextArea {...control} rows={4} value={draft.values.reason} onValue={(value) => draft.set('reason', value)} />
        )}
      </Field>
      <SubmitButton draft={draft} block>
        {t('file.submit')}
      </SubmitButton>
    </form>
  )
}
