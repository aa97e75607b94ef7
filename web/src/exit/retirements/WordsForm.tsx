import type { z } from 'zod'
import { TextArea } from '../../platform/form/controls.tsx'
import { Field } from '../../platform/form/Field.tsx'
import { forgetDraft, keptDraft, useKeepDraft } from '../../platform/form/kept-draft.ts'
import { SubmitButton } from '../../platform/form/SubmitButton.tsx'
import { useDraft } from '../../platform/form/use-draft.ts'

interface Props<S extends z.ZodType> {
  /** Under which name the words stay on this device until they are sent. */
  readonly kept: string
  readonly schema: S
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly submitLabel: string
  readonly submit: (input: z.output<S>) => Promise<unknown>
}

/** A few sentences and a button. */
export function WordsForm<S extends z.ZodType>(props: Props<S>) {
  const { kept, schema, name, label, hint, submitLabel, submit } = props
  const draft = useDraft({
    schema,
    initial: keptDraft(kept, { words: '' }),
    toInput: ({ words }) => ({ [name]: words }),
    submit: async (input) => {
      await submit(input)
      forgetDraft(kept)
    },
  })
  useKeepDraft(kept, draft.values)
  return (
    <form {...draft.props} className="stack words-form">
      <Field draft={draft} name={name} label={label} {...(hint !== undefined && { hint })}>
        {(control) => (
          <TextArea
            {...control}
            rows={3}
            value={draft.values.words}
            onValue={(value) => draft.set('words', value, name)}
          />
        )}
      </Field>
      <SubmitButton draft={draft}>{submitLabel}</SubmitButton>
    </form>
  )
}
