import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isProblemCode } from '@dj/shared/problem.ts'
import { FlagVerdict, type FlagView, JudgeFlag } from '@dj/shared/follow/rating/flag.schema.ts'
import type { Quarter } from '@dj/shared/platform/time/quarter.ts'
import { explain } from '../../platform/api/problem.ts'
import { ChoiceField } from '../../platform/form/ChoiceField.tsx'
import { TextArea } from '../../platform/form/controls.tsx'
import { Field } from '../../platform/form/Field.tsx'
import { forgetDraft, keptDraft, useKeepDraft } from '../../platform/form/kept-draft.ts'
import { SubmitButton } from '../../platform/form/SubmitButton.tsx'
import { useDraft } from '../../platform/form/use-draft.ts'
import { act, ActionButton } from '../../platform/ui/button/ActionButton.tsx'
import { Dialog } from '../../platform/ui/button/Dialog.tsx'
import { notify } from '../../platform/ui/state/notices.ts'
import { flagMutations } from './flag.queries.ts'

interface Props {
  readonly flag: FlagView
  readonly quarter: Quarter
}

/** 登记查看结果: one word and why, for whoever has no rating of their own among them. */
export function Judging({ flag, quarter }: Props) {
  const { t } = useTranslation('flags')
  const [open, setOpen] = useState(false)
  const { mayJudge } = flag
  const reason = mayJudge === null ? undefined : isProblemCode(mayJudge) ? explain(mayJudge) : mayJudge
  return (
    <div>
      <ActionButton action={act(() => setOpen(true))} icon="note" disabledReason={reason}>
        {t(flag.judgement === null ? 'judge.action' : 'judge.again')}
      </ActionButton>
      <Dialog open={open} onClose={() => setOpen(false)} title={t('judge.action')}>
        <JudgeForm flag={flag} quarter={quarter} onDone={() => setOpen(false)} />
      </Dialog>
    </div>
  )
}

function JudgeForm({ flag, quarter, onDone }: Props & { readonly onDone: () => void }) {
  const { t } = useTranslation('flags')
  const draft = useJudgement({ flag, quarter, onDone })
  const { verdict, note } = draft.values
  return (
    <form {...draft.props} className="stack">
      <ChoiceField
        draft={draft}
        name="verdict"
        legend={t('judge.verdict')}
        value={verdict}
        onValue={(value) => draft.set('verdict', value)}
        options={FlagVerdict.options.map((value) => ({
          value,
          label: t(`verdict.${value}`),
          hint: t(`verdict.${value}.hint`),
        }))}
      />
      <Field draft={draft} name="note" label={t('judge.note')} hint={t('judge.note.hint')}>
        {(control) => <TextArea {...control} rows={4} value={note} onValue={(value) => draft.set('note', value)} />}
      </Field>
      <SubmitButton draft={draft} block>
        {t('judge.submit')}
      </SubmitButton>
    </form>
  )
}

function useJudgement({ flag: { id, n }, quarter, onDone }: Props & { readonly onDone: () => void }) {
  const { t } = useTranslation('flags')
  const kept = `flag.${id}`
  const judge = useMutation(flagMutations.judge(id))
  const draft = useDraft({
    schema: JudgeFlag,
    initial: keptDraft(kept, { verdict: '', note: '' }),
    toInput: ({ verdict, note }) => ({ quarter, n, verdict: verdict || undefined, note }),
    submit: async (input) => {
      await judge.mutateAsync(input)
      forgetDraft(kept)
      notify(t('judge.done'))
      onDone()
    },
  })
  useKeepDraft(kept, draft.values)
  return draft
}
